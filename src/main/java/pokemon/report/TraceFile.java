package pokemon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in the Trace Event Format, which Perfetto and chrome://tracing open, with a process for each run.
 *
 * @see <a href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">the format</a>
 */
public final class TraceFile {
    private final long origin = System.nanoTime();
    private final List<TraceRun> runs = new ArrayList<>();

    /** Begins a run, named in a few words. */
    public TraceRun begin(String name) {
        TraceRun run = new TraceRun(name, origin);
        runs.add(run);
        return run;
    }

    /** Writes the runs that have ended. The writer is not closed. */
    public void write(Writer out) throws IOException {
        try (JsonGenerator json = new ObjectMapper()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("displayTimeUnit", "ms");
            json.writeArrayFieldStart("traceEvents");
            for (int i = 0; i < runs.size(); i++) {
                runs.get(i).write(json, i + 1);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
