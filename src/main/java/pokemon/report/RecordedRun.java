package pokemon.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pokemon.download.trace.Phase;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerKind;

/**
 * What each worker did in a run and when, as its report has it. Times are in seconds since the start of the run.
 *
 * @param kind what its workers were
 * @param ids the ids that were asked for, such as 1-24
 * @param seconds wall time of the run
 * @param busy time that each worker spent on images, by its number from 0
 * @param attempts all attempts that are known, in the order they began
 */
public record RecordedRun(
        WorkerKind kind, String ids, double seconds, Map<Integer, Double> busy, List<RecordedAttempt> attempts) {
    /**
     * An attempt at an id.
     *
     * @param worker its number, from 0
     * @param attempt which attempt at the id it was, from 1
     * @param of attempts at the id in the whole run
     * @param status how the id ended; failed for an attempt that another followed
     * @param bytes size of the saved file, else 0
     * @param begin when it began
     * @param end when it ended; an estimate when a report lacks the attempts before it: the sum of its phases, else the
     *     mean of all attempts
     * @param turn how long the worker waited for the id before it
     * @param phases the time of each phase; empty when they are unknown
     * @param detail why it failed, or which faults were forgiven; empty when there is nothing to say
     */
    public record RecordedAttempt(
            int id,
            int worker,
            int attempt,
            int of,
            IdResult.Status status,
            long bytes,
            double begin,
            double end,
            double turn,
            Map<Phase, Double> phases,
            String detail) {
        /** Returns whether no attempt at the id followed. */
        public boolean isLast() {
            return attempt == of;
        }
    }

    /** Takes what the report of a run holds, to the microsecond. */
    public static RecordedRun of(RunReport report) {
        StringWriter json = new StringWriter();
        try {
            RunReportWriter.write(json, report, "", Host.current(), new RunRequest("", Optional.empty()));
            return read(new RunReportReader(Path.of("report"), new ObjectMapper().readTree(json.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException("a report cannot be read back", e);
        }
    }

    /** Returns the time of the last of some attempts in seconds. */
    private static double last(double together, int attempts, Map<Phase, Double> phases) {
        double sum = phases.values().stream().mapToDouble(Double::doubleValue).sum();
        return attempts == 1 ? together : sum > 0 ? Math.min(sum, together) : together / attempts;
    }

    /** Reads a report; throws an {@link IOException} when this version does not understand it. */
    public static RecordedRun read(Path file) throws IOException {
        return read(RunReportReader.read(file));
    }

    private static RecordedRun read(RunReportReader report) throws IOException {
        Map<Integer, Double> busy = new TreeMap<>();
        for (JsonNode worker : report.root().path("workers")) {
            busy.put(worker.path("worker").asInt(), report.seconds(worker, "busy_seconds"));
        }
        List<RecordedAttempt> attempts = new ArrayList<>();
        for (JsonNode entry : report.ids()) {
            read(report, entry, attempts);
        }
        attempts.sort(Comparator.comparingDouble(RecordedAttempt::begin));
        JsonNode parameters = report.parameters();
        return new RecordedRun(
                report.text(parameters, "tp").equals(WorkerKind.PROCESSES.letter())
                        ? WorkerKind.PROCESSES
                        : WorkerKind.THREADS,
                optional(
                        parameters,
                        "ids",
                        parameters.path("start_id").asText() + "-"
                                + parameters.path("stop_id").asText()),
                report.seconds(report.root(), "seconds"),
                busy,
                attempts);
    }

    private static void read(RunReportReader report, JsonNode entry, List<RecordedAttempt> attempts)
            throws IOException {
        int of = entry.path("attempts").asInt();
        double together = report.seconds(entry, "seconds");
        int number = 1;
        for (JsonNode failed : entry.path("earlier_attempts")) {
            double seconds = report.seconds(failed, "seconds");
            attempts.add(attempt(report, entry, failed, number, IdResult.Status.FAILED, seconds));
            together -= seconds;
            number++;
        }
        if (entry.path("worker").asInt(IdResult.NO_WORKER) >= 0 && of > 0) {
            double seconds = last(Math.max(0, together), Math.max(1, of + 1 - number), phases(report, entry));
            attempts.add(attempt(report, entry, entry, of, report.status(entry), seconds));
        }
    }

    private static RecordedAttempt attempt(
            RunReportReader report, JsonNode id, JsonNode attempt, int number, IdResult.Status status, double seconds)
            throws IOException {
        double begin = report.seconds(attempt, "start_seconds");
        JsonNode phases = attempt.path("phases");
        return new RecordedAttempt(
                report.id(id),
                attempt.path("worker").asInt(),
                number,
                id.path("attempts").asInt(),
                status,
                attempt.path("bytes").asLong(),
                begin,
                begin + seconds,
                phases.isObject() ? report.seconds(phases, "turn") : 0,
                phases(report, attempt),
                optional(attempt, "error", optional(attempt, "forgiven", "")));
    }

    private static Map<Phase, Double> phases(RunReportReader report, JsonNode attempt) throws IOException {
        Map<Phase, Double> phases = new EnumMap<>(Phase.class);
        JsonNode known = attempt.path("phases");
        if (known.isObject()) {
            for (Phase phase : Phase.values()) {
                phases.put(phase, report.seconds(known, phase.label()));
            }
        }
        return phases;
    }

    private static String optional(JsonNode parent, String name, String otherwise) {
        return parent.path(name).isTextual() ? parent.path(name).asText() : otherwise;
    }
}
