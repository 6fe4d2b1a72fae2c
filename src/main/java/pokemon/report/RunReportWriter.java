package pokemon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import pokemon.download.trace.Phase;
import pokemon.download.trace.Phases;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerResult;

/** Writes the report of a run as JSON: names in snake case, times in seconds, sizes in bytes. */
public final class RunReportWriter {
    /** Version of the structure; it grows when a field changes its meaning or goes away. */
    static final int SCHEMA_VERSION = 1;

    private static final ObjectWriter WRITER = new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private RunReportWriter() {}

    /**
     * Writes the report of a run and a line end, with memory that does not depend on the number of ids.
     *
     * @param out is not flushed
     * @param version the version of the program
     * @param host what it ran on
     * @param request what was asked for
     * @throws IOException when the writer does
     */
    public static void write(Writer out, RunReport report, String version, Host host, RunRequest request)
            throws IOException {
        try (JsonGenerator json = WRITER.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeStringField("version", version);
            json.writeObjectField("parameters", parameters(report.settings(), request));
            json.writeStringField(
                    "source", report.settings().download().source().template());
            json.writeObjectField("host", host);
            json.writeStringField(
                    "started_at",
                    report.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberField("seconds", seconds(report.nanos()));
            json.writeObjectField(
                    "stopped", report.stop().map(RunReportWriter::stop).orElse(null));
            json.writeObjectField("totals", totals(report));
            writeAll(json, "workers", report.workers(), RunReportWriter::worker);
            if (report.settings().workers().concurrency() instanceof Concurrency.Adaptive) {
                writeAll(json, "worker_path", report.path(), RunReportWriter::step);
            }
            json.writeArrayFieldStart("ids");
            for (IdResult id : report.ids()) {
                write(json, id);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static <T> void writeAll(JsonGenerator json, String name, List<T> items, Function<T, ObjectNode> item)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : items) {
            json.writeObject(item.apply(each));
        }
        json.writeEndArray();
    }

    private static ObjectNode parameters(RunSettings settings, RunRequest request) {
        IdSet ids = settings.ids();
        Optional<IdRange> range = ids.enclosingRange();
        ObjectNode parameters = object().put(
                        "start_id", range.map(IdRange::start).orElse(null))
                .put("stop_id", range.map(IdRange::stop).orElse(null))
                .put("ids", ids.asRange().isPresent() ? null : ids.toString())
                .put("tp", settings.workers().kind().letter())
                .put("nbr_tp", settings.workers().concurrency().max())
                .put("out_dir", settings.download().directory().toString())
                .put("source", request.source())
                .put("schedule", lower(settings.workers().schedule()))
                .put("reencode", lower(settings.download().conversion().reencode()))
                .put("existing", lower(settings.download().existing()))
                .put("checks", lower(settings.download().conversion().checks()))
                .put("attempts", settings.retry().attempts())
                .put("timeout", seconds(settings.download().request().timeout().toNanos()))
                .put("rate", settings.rate() > 0 ? Double.valueOf(settings.rate()) : null)
                .put(
                        "deadline",
                        settings.deadline()
                                .map(deadline -> seconds(deadline.toNanos()))
                                .orElse(null));
        if (settings.workers().concurrency() instanceof Concurrency.Adaptive) {
            parameters.put("auto", true);
        }
        if (settings.bytesPerSecond() > 0) {
            parameters.put("limit_rate", settings.bytesPerSecond());
        }
        request.shard().ifPresent(shard -> parameters.put("shard", shard));
        return parameters;
    }

    private static ObjectNode stop(StopReason stop) {
        return object().put("cause", lower(stop.cause())).put("reason", stop.reason());
    }

    private static ObjectNode totals(RunReport report) {
        int processes =
                report.workers().stream().mapToInt(WorkerResult::processes).sum();
        ObjectNode totals = object().put("ids", report.ids().size());
        for (IdResult.Status status : IdResult.Status.values()) {
            totals.put(status.label(), report.count(status));
        }
        return totals.put("forgiven", report.forgiven())
                .put("attempts", report.attempts())
                .put("bytes", report.bytes())
                .put("workers", report.workers().size())
                .put("processes", processes)
                .put("processes_lost", report.processesLost());
    }

    private static ObjectNode worker(WorkerResult worker) {
        return object().put("worker", worker.worker())
                .put("images", worker.images())
                .put("bytes", worker.bytes())
                .put("busy_seconds", seconds(worker.busyNanos()))
                .put("idle_seconds", seconds(worker.idleNanos()))
                .put("processes", worker.processes());
    }

    private static ObjectNode step(ConcurrencyChange step) {
        boolean measured = step.imagesPerSecond().isPresent();
        return object().put("seconds", seconds(step.nanos()))
                .put("workers", step.workers())
                .put(
                        "images_per_second",
                        measured ? Double.valueOf(tenths(step.imagesPerSecond().getAsDouble())) : null)
                .put("cause", lower(step.cause()));
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    /** Writes an id without a tree, since a stopped run has little time to write up to 100 000 of them. */
    static void write(JsonGenerator json, IdResult id) throws IOException {
        boolean failed = id.status() == IdResult.Status.FAILED;
        boolean saved = id.status() == IdResult.Status.SAVED;
        json.writeStartObject();
        json.writeNumberField("id", id.id());
        json.writeStringField("status", id.status().label());
        json.writeNumberField("attempts", id.attempts());
        json.writeNumberField("bytes", id.bytes());
        json.writeStringField("sha256", id.sha256().orElse(null));
        json.writeNumberField("start_seconds", seconds(id.startNanos()));
        json.writeNumberField("seconds", seconds(id.busyNanos()));
        json.writeObjectField("worker", id.worker() < 0 ? null : Integer.valueOf(id.worker()));
        json.writeStringField("error", failed ? id.detail().orElse(null) : null);
        json.writeStringField("forgiven", saved ? id.detail().orElse(null) : null);
        if (id.phases().isPresent()) {
            write(json, id.phases().get());
        }
        if (!id.earlier().isEmpty()) {
            json.writeArrayFieldStart("earlier_attempts");
            for (IdResult.FailedAttempt earlier : id.earlier()) {
                write(json, earlier);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, IdResult.FailedAttempt attempt) throws IOException {
        json.writeStartObject();
        json.writeNumberField("start_seconds", seconds(attempt.startNanos()));
        json.writeNumberField("seconds", seconds(attempt.nanos()));
        json.writeNumberField("worker", attempt.worker());
        json.writeStringField("error", attempt.outcome().reason());
        write(json, attempt.phases());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Phases phases) throws IOException {
        json.writeObjectFieldStart("phases");
        json.writeNumberField("turn", seconds(phases.turnNanos()));
        for (Phase phase : Phase.values()) {
            json.writeNumberField(phase.label(), seconds(phases.nanos(phase)));
        }
        json.writeEndObject();
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / 1e3) / 1e6;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
