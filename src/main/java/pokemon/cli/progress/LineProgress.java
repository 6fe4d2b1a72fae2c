package pokemon.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows progress as plain lines at a modest pace, for logs and pipes. */
public final class LineProgress implements Progress {
    private static final long PACE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private final int total;
    private final LongSupplier nanoTime;
    private final long begin;
    private long lastLine;
    private int done;
    private int failed;

    /** Begins with a line now and then. */
    public LineProgress(PrintWriter err, int total, LongSupplier nanoTime) {
        this.err = err;
        this.total = total;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.lastLine = begin;
    }

    @Override
    public synchronized void settled(boolean hasFailed) {
        done++;
        failed += hasFailed ? 1 : 0;
        long now = nanoTime.getAsLong();
        if (now - lastLine >= PACE_NANOS && done < total) {
            lastLine = now;
            double perSecond = done / ((now - begin) / 1e9);
            err.println(String.format(
                    Locale.ROOT,
                    "%d/%d done, %d failed, %.1f images/s, %.0f s left",
                    done,
                    total,
                    failed,
                    perSecond,
                    (total - done) / perSecond));
        }
    }

    @Override
    public synchronized void println(String line) {
        err.println(line);
    }

    @Override
    public void close() {}
}
