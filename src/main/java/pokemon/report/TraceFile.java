package pokemon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file in the Trace Event Format, which Perfetto and chrome://tracing open, with a process for each run.
 *
 * @see <a href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">the format</a>
 */
public final class TraceFile {
    private final long origin = System.nanoTime();
    private final List<TraceRun> runs = new ArrayList<>();

    /**
     * Begins a run.
     *
     * @param name what is run, in a few words
     */
    public TraceRun begin(String name) {
        TraceRun run = new TraceRun(name, origin);
        runs.add(run);
        return run;
    }

    /**
     * Writes the runs that have ended.
     *
     * @param out is not closed
     * @throws IOException when the writer does
     */
    public void write(Writer out) throws IOException {
        try (JsonGenerator json = new ObjectMapper()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("displayTimeUnit", "ms");
            json.writeArrayFieldStart("traceEvents");
            for (int i = 0; i < runs.size(); i++) {
                write(json, i + 1, runs.get(i));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, int process, TraceRun run) throws IOException {
        writeName(json, "process_name", process, 0, run.name());
        for (Map.Entry<Integer, String> track : run.tracks().entrySet()) {
            writeName(json, "thread_name", process, track.getKey(), track.getValue());
        }
        for (TraceRun.Event event : run.events()) {
            write(json, process, run.offset(), event);
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

    private static void write(JsonGenerator json, int process, long offset, TraceRun.Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("ph", event.phase());
        json.writeStringField("name", event.name());
        json.writeNumberField("pid", process);
        json.writeNumberField("tid", event.track());
        json.writeNumberField("ts", (offset + event.at()) / 1e3);
        if (event.phase().equals("X")) {
            json.writeNumberField("dur", event.nanos() / 1e3);
        } else {
            json.writeStringField("s", event.track() == 0 ? "g" : "t");
        }
        json.writeObjectField("args", event.values());
        json.writeEndObject();
    }
}
