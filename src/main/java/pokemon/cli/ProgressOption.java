package pokemon.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The option that says whether progress is shown, and what follows from it. */
final class ProgressOption {
    @Option(
            names = "--progress",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Show progress: auto, always or never. Default: ${DEFAULT-VALUE}.")
    private Progress.When when;

    boolean isNever() {
        return when == Progress.When.NEVER;
    }

    /** Returns whether progress is one line that is drawn again and again, rather than lines now and then. */
    boolean isRedrawn(Terminal terminal) {
        return terminal.interactive() || when == Progress.When.ALWAYS;
    }

    /**
     * Returns what shows progress image by image.
     *
     * @param quiet shows none, whatever the option says
     */
    Progress ofImages(int total, boolean quiet, PrintWriter err) {
        if (quiet || isNever()) {
            return new NoProgress(err);
        }
        Terminal terminal = Terminal.current();
        return isRedrawn(terminal)
                ? new BarProgress(err, total, terminal)
                : new LineProgress(err, total, System::nanoTime);
    }
}
