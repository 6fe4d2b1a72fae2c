package pokemon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import pokemon.directory.IoErrors;
import pokemon.report.Host;
import pokemon.report.JsonDocuments;
import pokemon.report.RunSummary;
import pokemon.schedule.RunReport;

/** The options that say what a run prints, and the printing. */
final class OutputOptions {
    private static final Path STDOUT = Path.of("-");
    private static final Pattern IMAGE = Pattern.compile("[0-9]{3,}\\.png");

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = {
                "Write the run report as JSON.",
                "With - it goes to standard output, and the summary to standard error."
            })
    private Path json;

    @Mixin
    private ProgressOption progress;

    @Option(
            names = {"-q", "--quiet"},
            fallbackValue = "true",
            description = "No progress and no warnings; failures and the summary are still shown.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            fallbackValue = "true",
            description = "One line for each image, each retry, and what child JVMs print.")
    private boolean verbose;

    /**
     * Checks the options.
     *
     * @param images where the images go
     * @throws ParameterException when the report would stand in the place of an image
     */
    void check(Path images) {
        if (json != null
                && IMAGE.matcher(String.valueOf(json.getFileName())).matches()
                && images.toAbsolutePath()
                        .normalize()
                        .equals(json.toAbsolutePath().normalize().getParent())) {
            throw new ParameterException(
                    command.commandLine(),
                    "--json: " + json + " is the place of an image" + Settings.origin(command, "--json"));
        }
    }

    /**
     * Makes sure before a run that its report can be written after it.
     *
     * @throws IOException when it cannot
     */
    void prepare() throws IOException {
        if (json != null && !json.equals(STDOUT)) {
            Path file = json.toAbsolutePath();
            try {
                // What an earlier run wrote there stays until this one has something to write.
                Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (NoSuchFileException e) {
                // It is the directory that is missing, not the file.
                throw new IOException("--json: no such directory: " + file.getParent(), e);
            }
        }
    }

    /** Returns whether a report is wanted. */
    boolean isReporting() {
        return json != null;
    }

    Progress progress(int total) {
        return progress.ofImages(total, isQuiet(), command.commandLine().getErr());
    }

    /** Of quiet and verbose the one wins that is set closer to this call. */
    private boolean isQuiet() {
        return quiet && !(verbose && Settings.compare(command, "--verbose", "--quiet") < 0);
    }

    Narrator narrator(Progress shown) {
        if (isQuiet()) {
            return new Narrator(shown, Narrator.Verbosity.QUIET);
        }
        return new Narrator(shown, verbose ? Narrator.Verbosity.VERBOSE : Narrator.Verbosity.NORMAL);
    }

    /**
     * Prints the result of a run.
     *
     * @param source where images came from, as it was asked for
     * @return whether the report, too, was written where it was to go; otherwise a message says why not
     */
    boolean print(RunReport report, String source) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter summary = STDOUT.equals(json) ? command.commandLine().getErr() : out;
        boolean written = true;
        if (json != null) {
            String document = JsonDocuments.run(report, Version.number(), Host.current(), source) + "\n";
            if (json.equals(STDOUT)) {
                out.print(document);
            } else {
                written = write(document);
            }
        }
        RunSummary.lines(report).forEach(summary::println);
        out.flush();
        return written;
    }

    private boolean write(String document) {
        try {
            Files.writeString(json, document);
            return true;
        } catch (IOException e) {
            command.commandLine().getErr().println("pokemon: --json: cannot write " + json + ": " + IoErrors.reason(e));
            return false;
        }
    }
}
