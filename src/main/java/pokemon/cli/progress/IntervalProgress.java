package pokemon.cli.progress;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import pokemon.schedule.run.IdResult.Status;

/**
 * Shows progress as lines for logs: one after each so many images and one for the rest, each of the same form.
 *
 * <p>Scripts read these lines: their words and the order of them stay.
 */
public final class IntervalProgress implements Progress {
    private final PrintWriter err;
    private final int total;
    private final int every;
    private final LongSupplier nanoTime;
    private final long begin;
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
    private int done;
    private int told;

    /** Begins with a line after each of so many ids. */
    public IntervalProgress(PrintWriter err, int total, int every, LongSupplier nanoTime) {
        this.err = err;
        this.total = total;
        this.every = every;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    @Override
    public void settled(boolean failed) {
        settled(failed ? Status.FAILED : Status.SAVED);
    }

    @Override
    public synchronized void settled(Status status) {
        if (status == Status.NOT_ATTEMPTED) {
            return;
        }
        counts.merge(status, 1, Integer::sum);
        done++;
        if (done % every == 0 || done == total) {
            tell();
        }
    }

    private void tell() {
        told = done;
        err.println(String.format(
                Locale.ROOT,
                "progress %d/%d saved=%d skipped=%d failed=%d seconds=%.3f",
                done,
                total,
                counts.getOrDefault(Status.SAVED, 0),
                counts.getOrDefault(Status.SKIPPED, 0),
                counts.getOrDefault(Status.FAILED, 0),
                (nanoTime.getAsLong() - begin) / 1e9));
    }

    @Override
    public synchronized void println(String line) {
        err.println(line);
    }

    @Override
    public synchronized void close() {
        if (done > told) {
            tell();
        }
    }
}
