package pokemon.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import pokemon.cli.process.Terminal;
import pokemon.experiment.plan.PlannedTrial;
import pokemon.experiment.plan.TrialListener;
import pokemon.experiment.table.Figures;

/** Shows the progress of an experiment and the time left, in one line that is redrawn or in plain lines. */
public final class ExperimentProgress implements TrialListener, AutoCloseable {
    private static final long PACE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private final Style style;
    private final OptionalInt every;
    private final LongSupplier nanoTime;
    private long lastLine;
    private String lastEnded = "";

    /** How progress is shown. */
    public enum Style {
        NONE,
        LINES,
        REDRAWN
    }

    /** Begins to follow an experiment, with a plain line after {@code every} trials, or else every five seconds. */
    public ExperimentProgress(PrintWriter err, Style style, OptionalInt every, LongSupplier nanoTime) {
        this.err = err;
        this.style = style;
        this.every = every;
        this.nanoTime = nanoTime;
        this.lastLine = nanoTime.getAsLong();
    }

    @Override
    public synchronized void trialBegan(PlannedTrial<?> trial) {
        String label = trial.isWarmUp() ? "warm-up: " + trial.label() : trial.label();
        redraw(lastEnded.isEmpty() ? label : lastEnded + "; now " + label);
    }

    @Override
    public synchronized void trialEnded(Ended trial) {
        lastEnded = line(trial);
        redraw(lastEnded);
        long now = nanoTime.getAsLong();
        if (style == Style.LINES && isDue(now, trial)) {
            lastLine = now;
            err.println(lastEnded);
        }
    }

    private static String line(Ended trial) {
        OptionalDouble left = isLast(trial) ? OptionalDouble.empty() : trial.secondsLeft();
        String what =
                (trial.trial().isWarmUp() ? "warm-up, " : "") + trial.trial().label();
        return "trial " + trial.number() + " of " + trial.total() + " done (" + what + ": "
                + Figures.seconds(trial.seconds()) + ")"
                + (left.isEmpty() ? "" : ", about " + span(left.getAsDouble()) + " left");
    }

    private static boolean isLast(Ended trial) {
        return trial.number() == trial.total();
    }

    /** Returns a time with about two digits, which is more than an estimate has. */
    private static String span(double seconds) {
        if (seconds < 60) {
            return (long) Math.ceil(seconds) + " s";
        }
        long tens = Math.round(seconds / 10);
        return tens < 60 ? tens / 6 + " min" + (tens % 6 == 0 ? "" : " " + tens % 6 * 10 + " s") : hours(seconds);
    }

    private static String hours(double seconds) {
        long minutes = Math.round(seconds / 60);
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private boolean isDue(long now, Ended trial) {
        return every.isPresent()
                ? trial.number() % every.getAsInt() == 0
                : now - lastLine >= PACE_NANOS && !isLast(trial);
    }

    private void redraw(String line) {
        if (style == Style.REDRAWN) {
            int columns = Terminal.current().columns() - 1;
            err.print(Terminal.CLEAR_LINE + line.substring(0, Math.min(line.length(), columns)));
        }
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
