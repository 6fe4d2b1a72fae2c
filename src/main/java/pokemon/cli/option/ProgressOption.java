package pokemon.cli.option;

import java.io.PrintWriter;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import pokemon.cli.Terminal;
import pokemon.cli.progress.BarProgress;
import pokemon.cli.progress.IntervalProgress;
import pokemon.cli.progress.LineProgress;
import pokemon.cli.progress.Progress;
import pokemon.cli.progress.SilentProgress;

/** The option that says whether and how progress is shown, and what follows from it. */
public final class ProgressOption {
    @Option(
            names = "--progress",
            paramLabel = "WHEN",
            defaultValue = "auto",
            converter = ProgressMode.Converter.class,
            description = {
                "Show progress: auto, always or never.",
                "every=N: a plain line for logs after each N images or trials. Default: ${DEFAULT-VALUE}."
            })
    private ProgressMode choice;

    boolean isNever() {
        return choice.when() == Progress.When.NEVER;
    }

    /** Returns after how many images or trials a line for logs is wanted, or nothing when none is. */
    OptionalInt every() {
        return choice.every();
    }

    /** Returns whether progress is one line that is drawn again and again, rather than lines now and then. */
    boolean isRedrawn(Terminal terminal) {
        return every().isEmpty() && (terminal.interactive() || choice.when() == Progress.When.ALWAYS);
    }

    /**
     * Returns what shows progress image by image.
     *
     * @param quiet shows none, whatever the option says
     */
    public Progress ofImages(int total, boolean quiet, PrintWriter err) {
        if (quiet || isNever()) {
            return new SilentProgress(err);
        }
        if (every().isPresent()) {
            return new IntervalProgress(err, total, every().getAsInt(), System::nanoTime);
        }
        Terminal terminal = Terminal.current();
        return isRedrawn(terminal)
                ? new BarProgress(err, total, terminal)
                : new LineProgress(err, total, System::nanoTime);
    }
}
