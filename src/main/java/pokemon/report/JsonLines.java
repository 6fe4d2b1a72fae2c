package pokemon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;

/** Writes a JSON object and a line end for each id, as soon as it has ended. */
public final class JsonLines implements RunListener {
    private final Writer out;
    private final JsonGenerator json;
    private final Set<Integer> written = new HashSet<>();
    private Optional<IOException> failure = Optional.empty();

    /** Begins to write to a writer, which is flushed after each line, and never closed. */
    public JsonLines(Writer out) throws IOException {
        this.out = out;
        this.json = new ObjectMapper()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    @Override
    public void settled(IdResult result) {
        if (failure.isPresent()) {
            return;
        }
        try {
            RunReportWriter.write(json, result);
            json.writeRaw('\n');
            json.flush();
            out.flush();
            written.add(result.id());
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /**
     * Writes the ids that a stopped run did not attempt.
     *
     * @return why not everything could be written; the lines end there
     */
    public Optional<IOException> finish(RunReport report) {
        report.ids().stream().filter(result -> !written.contains(result.id())).forEach(this::settled);
        return failure;
    }
}
