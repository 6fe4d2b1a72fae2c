package pokemon.cli.progress;

import java.io.PrintWriter;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import pokemon.cli.process.Terminal;
import pokemon.cli.process.WindowSize;
import pokemon.schedule.run.IdResult.Status;

/** Shows progress as a bar in the last line of a terminal. */
public final class BarProgress implements Progress {
    private static final int REFRESH_MILLIS = 100;

    private final PrintWriter err;
    private final ProgressBar bar;
    private final IntSupplier columns;
    private int drawn;
    private int failed;

    public BarProgress(PrintWriter err, int total, Terminal terminal) {
        this(err, total, terminal, WindowSize.of(terminal));
    }

    BarProgress(PrintWriter err, int total, Terminal terminal, IntSupplier columns) {
        this.err = err;
        this.columns = columns;
        this.bar = new ProgressBarBuilder()
                .setTaskName("pokemon")
                .setInitialMax(total)
                .setRenderer(new BarRenderer(columns, terminal.unicode()))
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, Integer.MAX_VALUE))
                .build();
    }

    /** Draws the line over the one that stands there. */
    void draw(String rendered) {
        synchronized (err) {
            int stale = Math.min(drawn, columns.getAsInt() - 1) - rendered.length();
            err.print(toFirstColumn() + rendered + " ".repeat(Math.max(0, stale)));
            drawn = rendered.length();
        }
    }

    /** Returns what moves to where the line begins, and erases one that a narrower window has wrapped. */
    private String toFirstColumn() {
        int rows = (drawn - 1) / Math.max(1, columns.getAsInt());
        return rows > 0 ? "\r\033[" + rows + "A\033[J" : "\r";
    }

    @Override
    public synchronized void settled(Status status) {
        failed += status == Status.FAILED ? 1 : 0;
        bar.setExtraMessage(failed == 0 ? "" : " " + failed + " failed");
        bar.step();
    }

    @Override
    public void println(String line) {
        synchronized (err) {
            err.println(toFirstColumn() + Terminal.CLEAR_LINE + line);
            drawn = 0;
        }
        bar.refresh();
    }

    @Override
    public void close() {
        bar.close();
        synchronized (err) {
            err.println();
        }
    }
}
