package pokemon.cli.option;

import java.io.PrintWriter;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import pokemon.cli.process.Terminal;
import pokemon.cli.progress.BarProgress;
import pokemon.cli.progress.ExperimentProgress;
import pokemon.cli.progress.ExperimentProgress.Style;
import pokemon.cli.progress.LineProgress;
import pokemon.cli.progress.Progress;
import pokemon.cli.value.Candidates;
import pokemon.cli.value.Converters;

/** The option that chooses how progress is shown. */
public final class ProgressOption {
    @Option(
            names = "--progress",
            paramLabel = "WHEN",
            defaultValue = "auto",
            converter = ModeConverter.class,
            completionCandidates = Candidates.Progress.class,
            description = {
                "Show progress: auto, always or never.",
                "every=N: a plain line for logs after each N images or trials. Default: ${DEFAULT-VALUE}."
            })
    private Mode mode;

    private enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** A value of the option, and the number of images or trials from one line to the next. */
    private record Mode(When when, OptionalInt every) {
        /** Saves linking a record's own method, which takes a millisecond: picocli calls it for each value. */
        @Override
        public String toString() {
            return when + " " + every;
        }
    }

    /** Reads {@code auto}, {@code always}, {@code never} or {@code every=N}. */
    static final class ModeConverter implements ITypeConverter<Mode> {
        private static final String EVERY = "every=";

        @Override
        public Mode convert(String text) {
            if (text.startsWith(EVERY)) {
                int every = new Converters.Positive().convert(text.substring(EVERY.length()));
                return new Mode(When.ALWAYS, OptionalInt.of(every));
            }
            for (When when : When.values()) {
                if (when.name().equalsIgnoreCase(text)) {
                    return new Mode(when, OptionalInt.empty());
                }
            }
            throw new TypeConversionException("'" + text + "' is none of auto, always, never and every=N");
        }
    }

    /** Returns whether progress is one line that is redrawn, rather than a line now and then. */
    private boolean isRedrawn() {
        return mode.every.isEmpty() && (Terminal.current().interactive() || mode.when == When.ALWAYS);
    }

    /** Returns the display of a run. With {@code quiet}, it shows no progress, whatever the option says. */
    public Progress ofImages(int total, boolean quiet, PrintWriter err) {
        if (quiet || mode.when == When.NEVER) {
            return Progress.silent(err);
        }
        return isRedrawn()
                ? new BarProgress(err, total, Terminal.current())
                : new LineProgress(err, total, mode.every, System::nanoTime);
    }

    /** Returns the display of an experiment. With {@code quiet}, it shows no progress, whatever the option says. */
    public ExperimentProgress ofTrials(boolean quiet, PrintWriter err) {
        boolean isHidden = quiet || mode.when == When.NEVER;
        Style style = isHidden ? Style.NONE : isRedrawn() ? Style.REDRAWN : Style.LINES;
        return new ExperimentProgress(err, style, mode.every, System::nanoTime);
    }
}
