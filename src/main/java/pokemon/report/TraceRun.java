package pokemon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pokemon.directory.ImageName;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.Phase;
import pokemon.schedule.run.AttemptResult;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;

/**
 * One run of a {@link TraceFile}: a track for each worker with its attempts, each with its phases, and an instant for
 * each retry and each pause.
 */
public final class TraceRun implements RunListener {
    private final String name;

    /** The time from the start of the trace to that of the run, in nanoseconds. */
    private final long offset;

    private final long begin = System.nanoTime();
    private final List<AttemptResult> attempts = new ArrayList<>();
    private final Map<Integer, AttemptResult> latest = new HashMap<>();
    private final List<Event> instants = new ArrayList<>();
    private final List<Event> spans = new ArrayList<>();

    /** The names of the tracks by their numbers; 0 is that of the whole run. */
    private final Map<Integer, String> tracks = new TreeMap<>(Map.of(0, "run"));

    /** An event of the format; times are in nanoseconds since the start of the run. */
    private record Event(String phase, String name, int track, long at, long nanos, Map<String, Object> values) {}

    TraceRun(String name, long origin) {
        this.name = name;
        this.offset = begin - origin;
    }

    /**
     * Adds what a worker did.
     *
     * @param worker from 0
     * @param kind what the worker is, such as "thread"
     * @param at when it began, in nanoseconds since the start of the run
     */
    public void add(int worker, String kind, String what, long at, long nanos) {
        tracks.put(track(worker), kind + " " + (worker + 1));
        spans.add(new Event("X", what, track(worker), at, nanos, Map.of()));
    }

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

    /** Takes the kind of the workers from the report, at the end of the run. */
    public void end(RunReport report) {
        String kind = report.settings().workers().kind().count(1).substring(2);
        attempts.forEach(attempt -> tracks.put(track(attempt.worker()), kind + " " + (attempt.worker() + 1)));
    }

    /** Returns the events in the order of their times, outer ones first. */
    private List<Event> events() {
        List<Event> events = new ArrayList<>(instants);
        events.addAll(spans);
        attempts.forEach(attempt -> addTo(events, attempt));
        events.sort(Comparator.comparingLong(Event::at).thenComparing(Event::nanos, Comparator.reverseOrder()));
        return events;
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

    /** Writes this run as a process of the trace with this number. */
    void write(JsonGenerator json, int process) throws IOException {
        writeName(json, "process_name", process, 0, name);
        for (Map.Entry<Integer, String> track : tracks.entrySet()) {
            writeName(json, "thread_name", process, track.getKey(), track.getValue());
        }
        for (Event event : events()) {
            write(json, process, event);
        }
    }

    private static void writeName(JsonGenerator json, String kind, int process, int track, String name)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ph", "M");
        json.writeStringField("name", kind);
        json.writeNumberField("pid", process);
        json.writeNumberField("tid", track);
        json.writeObjectField("args", Map.of("name", name));
        json.writeEndObject();
    }

    private void write(JsonGenerator json, int process, Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("ph", event.phase);
        json.writeStringField("name", event.name);
        json.writeNumberField("pid", process);
        json.writeNumberField("tid", event.track);
        json.writeNumberField("ts", (offset + event.at) / 1e3);
        if (event.phase.equals("X")) {
            json.writeNumberField("dur", event.nanos / 1e3);
        } else {
            json.writeStringField("s", event.track == 0 ? "g" : "t");
        }
        json.writeObjectField("args", event.values);
        json.writeEndObject();
    }
}
