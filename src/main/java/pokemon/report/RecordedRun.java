package pokemon.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pokemon.download.trace.Phase;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerKind;
import pokemon.schedule.run.WorkerResult;

/**
 * Who did what in a run, and when, as its report tells it. Times are in seconds since the start of the run.
 *
 * @param kind what its workers were
 * @param ids the ids that were asked for, such as 1-24
 * @param seconds wall time of the run
 * @param busy time that each worker spent on images, by its number from 0
 * @param images the last attempt at each id, in the order they began
 */
public record RecordedRun(
        WorkerKind kind, String ids, double seconds, Map<Integer, Double> busy, List<RecordedImage> images) {
    /**
     * The last attempt at an id. A report has no times of earlier attempts.
     *
     * @param worker its number, from 0
     * @param attempts attempts at the id, this one included
     * @param begin when it began
     * @param end when it ended; an estimate after several attempts: the sum of its phases, else the mean of all
     *     attempts
     * @param turn how long the worker waited for the id before it
     * @param phases the time of each phase; empty when they are unknown
     * @param detail why it failed, or which faults were forgiven; empty when there is nothing to say
     */
    public record RecordedImage(
            int id,
            int worker,
            IdResult.Status status,
            int attempts,
            long bytes,
            double begin,
            double end,
            double turn,
            Map<Phase, Double> phases,
            String detail) {}

    /** Takes what the report of a run holds. */
    public static RecordedRun of(RunReport report) {
        Map<Integer, Double> busy = new TreeMap<>();
        for (WorkerResult worker : report.workers()) {
            busy.put(worker.worker(), worker.busyNanos() / 1e9);
        }
        return new RecordedRun(
                report.settings().workers().kind(),
                report.settings().ids().toString(),
                report.nanos() / 1e9,
                busy,
                report.ids().stream()
                        .filter(id -> id.worker() >= 0 && id.attempts() > 0)
                        .map(RecordedRun::image)
                        .sorted(Comparator.comparingDouble(RecordedImage::begin))
                        .toList());
    }

    private static RecordedImage image(IdResult id) {
        Map<Phase, Double> phases = new EnumMap<>(Phase.class);
        id.phases().ifPresent(known -> {
            for (Phase phase : Phase.values()) {
                phases.put(phase, known.nanos(phase) / 1e9);
            }
        });
        double begin = id.startNanos() / 1e9;
        return new RecordedImage(
                id.id(),
                id.worker(),
                id.status(),
                id.attempts(),
                id.bytes(),
                begin,
                begin + lastAttempt(id.busyNanos() / 1e9, id.attempts(), phases),
                id.phases().map(known -> known.turnNanos() / 1e9).orElse(0.0),
                phases,
                // A report leaves out why an id was skipped.
                id.detail()
                        .filter(detail -> id.status() != IdResult.Status.SKIPPED)
                        .orElse(""));
    }

    private static double lastAttempt(double allAttempts, int attempts, Map<Phase, Double> phases) {
        double sum = phases.values().stream().mapToDouble(Double::doubleValue).sum();
        return attempts > 1 ? sum > 0 ? Math.min(sum, allAttempts) : allAttempts / attempts : allAttempts;
    }

    /**
     * Reads a report.
     *
     * @throws IOException when the file cannot be read or is no report of a run that this version understands; the
     *     message says so in one line
     */
    public static RecordedRun read(Path file) throws IOException {
        ReportDocument report = ReportDocument.read(file);
        Map<Integer, Double> busy = new TreeMap<>();
        for (JsonNode worker : report.root().path("workers")) {
            busy.put(worker.path("worker").asInt(), report.seconds(worker, "busy_seconds"));
        }
        List<RecordedImage> images = new ArrayList<>();
        for (JsonNode entry : report.ids()) {
            if (entry.path("worker").asInt(IdResult.NO_WORKER) >= 0
                    && entry.path("attempts").asInt() > 0) {
                images.add(image(report, entry));
            }
        }
        images.sort(Comparator.comparingDouble(RecordedImage::begin));
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
                images);
    }

    private static RecordedImage image(ReportDocument report, JsonNode entry) throws IOException {
        String label = report.text(entry, "status");
        IdResult.Status status = Arrays.stream(IdResult.Status.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IOException(report.file() + " is damaged: the status '" + label + "' is unknown"));
        Map<Phase, Double> phases = new EnumMap<>(Phase.class);
        JsonNode known = entry.path("phases");
        if (known.isObject()) {
            for (Phase phase : Phase.values()) {
                phases.put(phase, report.seconds(known, phase.label()));
            }
        }
        double begin = report.seconds(entry, "start_seconds");
        int attempts = entry.path("attempts").asInt();
        return new RecordedImage(
                report.id(entry),
                entry.path("worker").asInt(),
                status,
                attempts,
                entry.path("bytes").asLong(),
                begin,
                begin + lastAttempt(report.seconds(entry, "seconds"), attempts, phases),
                known.isObject() ? report.seconds(known, "turn") : 0,
                phases,
                optional(entry, "error", optional(entry, "forgiven", "")));
    }

    private static String optional(JsonNode parent, String name, String otherwise) {
        return parent.path(name).isTextual() ? parent.path(name).asText() : otherwise;
    }
}
