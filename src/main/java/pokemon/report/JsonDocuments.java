package pokemon.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import pokemon.directory.DirectoryStatistics;
import pokemon.schedule.Concurrency;
import pokemon.schedule.IdRange;
import pokemon.schedule.IdResult;
import pokemon.schedule.RunReport;
import pokemon.schedule.RunSettings;
import pokemon.schedule.Stop;
import pokemon.schedule.WorkerResult;
import pokemon.schedule.WorkerStep;

/** The JSON documents for scripts: names in snake case, times in seconds, sizes in bytes. */
public final class JsonDocuments {
    /** Version of the documents' structure; it grows when a field changes its meaning or goes away. */
    static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonDocuments() {}

    /**
     * Returns the report of a run.
     *
     * @param version the version of the program
     * @param host what it ran on
     * @param source where images came from, as it was asked for
     */
    public static String run(RunReport report, String version, Host host, String source) {
        ObjectNode document = object().put("schema_version", SCHEMA_VERSION).put("version", version);
        document.set("parameters", parameters(report.settings(), source));
        document.put("source", report.settings().download().source().template());
        document.set("host", host(host));
        document.put("started_at", report.startedAt().toString());
        document.put("seconds", seconds(report.nanos()));
        document.set("stopped", report.stop().map(JsonDocuments::stop).orElse(null));
        document.set("totals", totals(report));
        ArrayNode workers = document.putArray("workers");
        report.workers().forEach(worker -> workers.add(worker(worker)));
        if (report.settings().concurrency() instanceof Concurrency.Adaptive) {
            ArrayNode path = document.putArray("worker_path");
            report.path().forEach(step -> path.add(step(step)));
        }
        ArrayNode ids = document.putArray("ids");
        report.ids().forEach(id -> ids.add(id(id)));
        return text(document);
    }

    /** Returns what a directory holds, compared with a range when there is one. */
    public static String statistics(DirectoryStatistics statistics, Optional<IdRange> range) {
        ObjectNode document = object().put("schema_version", SCHEMA_VERSION)
                .put("directory", statistics.directory().toString())
                .put("images", statistics.images().size())
                .put("valid", statistics.valid())
                .put("bytes", statistics.bytes())
                .put("megabytes", Double.parseDouble(Megabytes.of(statistics.bytes())));
        ArrayNode damaged = document.putArray("damaged");
        statistics
                .damaged()
                .forEach(image -> damaged.add(object().put("id", image.id()).put("error", image.damage())));
        range.ifPresent(ids -> {
            document.set("range", object().put("start_id", ids.start()).put("stop_id", ids.stop()));
            ArrayNode missing = document.putArray("missing");
            statistics.missing(ids.start(), ids.stop()).forEach(missing::add);
            ArrayNode unexpected = document.putArray("unexpected");
            statistics.unexpected(ids.start(), ids.stop()).forEach(unexpected::add);
        });
        return text(document);
    }

    private static ObjectNode parameters(RunSettings settings, String source) {
        Optional<IdRange> hull = settings.ids().hull();
        ObjectNode parameters = object().put(
                        "start_id", hull.map(IdRange::start).orElse(null))
                .put("stop_id", hull.map(IdRange::stop).orElse(null))
                .put(
                        "ids",
                        settings.ids().asRange().isPresent()
                                ? null
                                : settings.ids().toString())
                .put("tp", settings.kind().letter())
                .put("nbr_tp", settings.concurrency().most())
                .put("out_dir", settings.download().directory().toString())
                .put("source", source)
                .put("schedule", lower(settings.schedule()))
                .put("reencode", lower(settings.download().reencode()))
                .put("existing", lower(settings.download().existing()))
                .put("attempts", settings.retry().attempts())
                .put("timeout", seconds(settings.download().timeout().toNanos()))
                .put("rate", settings.rate() > 0 ? Double.valueOf(settings.rate()) : null)
                .put(
                        "deadline",
                        settings.deadline()
                                .map(deadline -> seconds(deadline.toNanos()))
                                .orElse(null));
        if (settings.concurrency() instanceof Concurrency.Adaptive) {
            parameters.put("auto", true);
        }
        return parameters;
    }

    private static ObjectNode host(Host host) {
        return object().put("name", host.name())
                .put("os", host.os())
                .put("arch", host.arch())
                .put("cores", host.cores())
                .put("jvm", host.jvm());
    }

    private static ObjectNode stop(Stop stop) {
        return object().put("cause", lower(stop.cause())).put("reason", stop.reason());
    }

    private static ObjectNode totals(RunReport report) {
        ObjectNode totals = object().put("ids", report.ids().size());
        for (IdResult.Status status : IdResult.Status.values()) {
            totals.put(status.label(), report.count(status));
        }
        return totals.put("attempts", report.attempts())
                .put("bytes", report.bytes())
                .put("workers", report.workers().size())
                .put(
                        "processes",
                        report.workers().stream()
                                .mapToInt(WorkerResult::processes)
                                .sum())
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

    private static ObjectNode step(WorkerStep step) {
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

    private static ObjectNode id(IdResult id) {
        boolean failed = id.status() == IdResult.Status.FAILED;
        return object().put("id", id.id())
                .put("status", id.status().label())
                .put("attempts", id.attempts())
                .put("bytes", id.bytes())
                .put("sha256", id.sha256().orElse(null))
                .put("start_seconds", seconds(id.startNanos()))
                .put("seconds", seconds(id.busyNanos()))
                .put("worker", id.worker() < 0 ? null : Integer.valueOf(id.worker()))
                .put("error", failed ? id.detail().orElse(null) : null);
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

    private static String text(ObjectNode document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }
}
