package pokemon.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import pokemon.schedule.run.IdResult.Status;

/** Shows progress as plain lines: one after each N ids for scripts, or one every five seconds for people. */
public final class LineProgress implements Progress {
    private static final long PACE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private final int total;
    private final OptionalInt every;
    private final LongSupplier nanoTime;
    private final long begin;
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
    private int done;
    private int shown;
    private long shownAt;

    /** Begins to count, with a line after {@code every} ids, or else every five seconds. */
    public LineProgress(PrintWriter err, int total, OptionalInt every, LongSupplier nanoTime) {
        this.err = err;
        this.total = total;
        this.every = every;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.shownAt = begin;
    }

    @Override
    public synchronized void settled(Status status) {
        if (status == Status.NOT_ATTEMPTED) {
            return;
        }
        counts.merge(status, 1, Integer::sum);
        done++;
        long now = nanoTime.getAsLong();
        boolean isDue = every.isPresent()
                ? done % every.getAsInt() == 0 || done == total
                : now - shownAt >= PACE_NANOS && done < total;
        if (isDue) {
            show(now);
        }
    }

    private void show(long now) {
        shown = done;
        shownAt = now;
        double seconds = (now - begin) / 1e9;
        err.println(every.isPresent() ? lineForScripts(seconds) : lineForPeople(seconds));
    }

    /** Scripts rely on the words and their order. */
    private String lineForScripts(double seconds) {
        return "progress " + done + "/" + total + " saved=" + count(Status.SAVED) + " skipped=" + count(Status.SKIPPED)
                + " failed=" + count(Status.FAILED) + String.format(Locale.ROOT, " seconds=%.3f", seconds);
    }

    private String lineForPeople(double seconds) {
        double perSecond = done / seconds;
        return done + "/" + total + " done, " + count(Status.FAILED) + " failed, "
                + String.format(Locale.ROOT, "%.1f images/s, %.0f s left", perSecond, (total - done) / perSecond);
    }

    private int count(Status status) {
        return counts.getOrDefault(status, 0);
    }

    @Override
    public synchronized void println(String line) {
        err.println(line);
    }

    @Override
    public synchronized void close() {
        if (every.isPresent() && done > shown) {
            show(nanoTime.getAsLong());
        }
    }
}
