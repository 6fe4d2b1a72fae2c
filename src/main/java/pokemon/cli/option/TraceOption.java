package pokemon.cli.option;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import pokemon.cli.result.ReportDestination;
import pokemon.directory.IoErrors;
import pokemon.directory.OutputFile;
import pokemon.report.TraceFile;

/** The option that writes what each worker did, and when. */
public final class TraceOption extends OptionMixin {
    static final String NAME = "--trace";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = {"Write what each worker did and when.", "Open it with ui.perfetto.dev or chrome://tracing."})
    private Path file;

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Returns what records the run, if a trace is wanted. */
    public Optional<TraceFile> recorder() {
        return file().map(wanted -> new TraceFile());
    }

    /** Returns whether the trace goes to standard output. */
    boolean isOnOutput() {
        return file != null && new OutputFile(file).descriptor().equals(OptionalInt.of(OutputFile.STANDARD_OUTPUT));
    }

    /** Checks before a run that the trace can be written. An existing file stays as it is until then. */
    public void check() throws IOException {
        if (file != null) {
            ReportDestination.check(NAME, file);
        }
    }

    /** Writes the trace. Returns whether it was written; otherwise a message says why not. */
    public boolean write(TraceFile trace) {
        try {
            new OutputFile(file).write(stream -> {
                Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                trace.write(writer);
                writer.flush();
            });
            return true;
        } catch (IOException e) {
            err().println("pokemon: " + NAME + ": cannot write " + file + ": " + IoErrors.reason(e));
            return false;
        }
    }
}
