package pokemon.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import pokemon.cli.process.Terminal;
import pokemon.experiment.measure.TrialListener;

/** Shows how far an experiment is and the time left: as one line that is redrawn, or as plain lines. */
public final class ExperimentProgress implements TrialListener, AutoCloseable {
    private static final long PACE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private final Style style;
    private final OptionalInt every;
    private final LongSupplier nanoTime;
    private final long begin;
    private long lastLine;
    private int trials;

    /** How progress is shown. */
    public enum Style {
        NONE,
        LINES,
        REDRAWN
    }

    /**
     * Begins to follow an experiment.
     *
     * @param every the number of trials from one plain line to the next; when empty, there are five seconds
     */
    public ExperimentProgress(PrintWriter err, Style style, OptionalInt every, LongSupplier nanoTime) {
        this.err = err;
        this.style = style;
        this.every = every;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.lastLine = begin;
    }

    @Override
    public synchronized void trialEnded(String label, double share) {
        trials++;
        long now = nanoTime.getAsLong();
        double left = (now - begin) / 1e9 * (1 - share) / Math.max(share, 1e-9);
        String line = String.format(
                Locale.ROOT, "trial %d done (%s), %.0f %%, %s left", trials, label, share * 100, span(left));
        if (style == Style.REDRAWN) {
            err.print(Terminal.CLEAR_LINE + line);
        } else if (style == Style.LINES && isDue(now, share)) {
            lastLine = now;
            err.println(line);
        }
    }

    private boolean isDue(long now, double share) {
        return every.isPresent() ? trials % every.getAsInt() == 0 : now - lastLine >= PACE_NANOS && share < 1;
    }

    private static String span(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    @Override
    public synchronized void note(String sentence) {
        if (style != Style.NONE) {
            err.println((style == Style.REDRAWN ? Terminal.CLEAR_LINE : "") + "pokemon: " + sentence);
        }
    }

    @Override
    public synchronized void close() {
        if (style == Style.REDRAWN) {
            err.print(Terminal.CLEAR_LINE);
        }
    }
}
