package pokemon.cli.option;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import pokemon.cli.result.ReportDestination;
import pokemon.directory.IoErrors;
import pokemon.directory.OutputFile;
import pokemon.report.JsonLines;
import pokemon.schedule.run.RunReport;

/** The option that writes a line of JSON for each id. */
public final class JsonLinesOption extends OptionMixin {
    static final String NAME = "--jsonl";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = {
                "Write a line of JSON for each id as it ends, for long runs.",
                "With - they go to standard output, and the summary to standard error."
            })
    private Path file;

    /** Returns the file, which may be -. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Returns whether the lines go to standard output. */
    boolean isOnOutput() {
        return file != null && new ReportDestination(file).isOnOutput();
    }

    /** Opens the file; returns nothing when no lines are wanted. */
    public Optional<JsonLines> open() throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        try {
            Writer writer =
                    isOnOutput() ? out() : new OutputStreamWriter(new OutputFile(file).open(), StandardCharsets.UTF_8);
            return Optional.of(new JsonLines(writer));
        } catch (IOException e) {
            throw new IOException(NAME + ": cannot write to " + file + ": " + IoErrors.reason(e), e);
        }
    }

    /** Writes the last lines. Returns whether all lines were written; otherwise a message says why not. */
    public boolean finish(JsonLines lines, RunReport report) {
        Optional<IOException> failure = lines.finish(report);
        failure.ifPresent(
                e -> err().println("pokemon: " + NAME + ": cannot write " + file + ": " + IoErrors.reason(e)));
        return failure.isEmpty();
    }
}
