package pokemon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import pokemon.directory.ImageName;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.Phase;
import pokemon.schedule.run.AttemptResult;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;

/**
 * Records a run for the Trace Event Format, which Perfetto and chrome://tracing open: a track for each worker with its
 * attempts, each with its phases, and an instant for each retry and each pause.
 *
 * @see <a href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">the format</a>
 */
public final class TraceFile implements RunListener {
    private static final int PROCESS = 1;

    private final long begin = System.nanoTime();
    private final List<AttemptResult> attempts = new ArrayList<>();
    private final Map<Integer, AttemptResult> latest = new HashMap<>();
    private final List<Event> instants = new ArrayList<>();

    /** An event of the format; times are in nanoseconds since the start of the run. */
    private record Event(String phase, String name, int track, long at, long nanos, Map<String, Object> values) {}

    @Override
    public void attempted(AttemptResult result) {
        attempts.add(result);
        latest.put(result.id(), result);
    }

    @Override
    public void retrying(int id, int attempt, String reason, Duration delay) {
        AttemptResult failed = latest.get(id);
        instants.add(new Event(
                "i",
                "retry " + ImageName.digits(id),
                track(failed.worker()),
                failed.beginNanos() + failed.nanos(),
                0,
                Map.of("reason", reason, "delay_seconds", delay.toNanos() / 1e9)));
    }

    @Override
    public void pausing(String reason, Duration pause) {
        instants.add(new Event("i", "pause", 0, now(), 0, Map.of("reason", reason, "seconds", pause.toNanos() / 1e9)));
    }

    @Override
    public void childReady(long pid, Duration start) {
        instants.add(
                new Event("i", "child " + pid + " is ready", 0, now(), 0, Map.of("seconds", start.toNanos() / 1e9)));
    }

    @Override
    public void childLost(long pid, String reason) {
        instants.add(new Event("i", "child " + pid + " is lost", 0, now(), 0, Map.of("reason", reason)));
    }

    private long now() {
        return System.nanoTime() - begin;
    }

    /** The track of a worker; 0 is that of the whole run. */
    private static int track(int worker) {
        return worker + 1;
    }

    /**
     * Writes the trace.
     *
     * @param out is not closed
     * @throws IOException when the writer does
     */
    public void write(Writer out, RunReport report) throws IOException {
        List<Event> events = new ArrayList<>(instants);
        attempts.forEach(attempt -> addTo(events, attempt));
        events.sort(Comparator.comparingLong(Event::at).thenComparing(Event::nanos, Comparator.reverseOrder()));
        try (JsonGenerator json = new ObjectMapper()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("displayTimeUnit", "ms");
            json.writeArrayFieldStart("traceEvents");
            writeName(json, "process_name", 0, "pokemon " + report.settings().ids());
            writeName(json, "thread_name", 0, "run");
            for (int worker :
                    new TreeSet<>(attempts.stream().map(AttemptResult::worker).toList())) {
                writeName(
                        json,
                        "thread_name",
                        track(worker),
                        report.settings().workers().kind().count(1).substring(2) + " " + (worker + 1));
            }
            for (Event event : events) {
                write(json, event);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void addTo(List<Event> events, AttemptResult attempt) {
        int track = track(attempt.worker());
        long turn = attempt.beginNanos() - attempt.askedNanos();
        if (turn > 0) {
            events.add(new Event("X", "waiting for an id", track, attempt.askedNanos(), turn, Map.of()));
        }
        String name = ImageName.digits(attempt.id()) + (attempt.attempt() == 1 ? "" : " attempt " + attempt.attempt());
        events.add(new Event(
                "X", name, track, attempt.beginNanos(), attempt.nanos(), Map.of("outcome", text(attempt.outcome()))));
        long at = attempt.beginNanos();
        long end = at + attempt.nanos();
        for (Phase phase : Phase.values()) {
            // The clock of a child may run a little apart.
            long nanos = Math.min(attempt.trace().nanos(phase), end - at);
            if (nanos > 0) {
                events.add(new Event("X", phase.label(), track, at, nanos, Map.of()));
                at += nanos;
            }
        }
    }

    private static String text(Outcome outcome) {
        return outcome instanceof Outcome.Saved saved
                ? "saved, " + saved.bytes() + " bytes"
                : outcome.detail().orElse("");
    }

    private static void writeName(JsonGenerator json, String kind, int track, String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("ph", "M");
        json.writeStringField("name", kind);
        json.writeNumberField("pid", PROCESS);
        json.writeNumberField("tid", track);
        json.writeObjectField("args", Map.of("name", name));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("ph", event.phase);
        json.writeStringField("name", event.name);
        json.writeNumberField("pid", PROCESS);
        json.writeNumberField("tid", event.track);
        json.writeNumberField("ts", event.at / 1e3);
        if (event.phase.equals("X")) {
            json.writeNumberField("dur", event.nanos / 1e3);
        } else {
            json.writeStringField("s", event.track == 0 ? "g" : "t");
        }
        json.writeObjectField("args", event.values);
        json.writeEndObject();
    }
}
