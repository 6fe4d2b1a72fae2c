package pokemon.cli.progress;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import pokemon.cli.process.Terminal;
import pokemon.schedule.run.IdResult.Status;

/** Shows progress as a bar in the last line of a terminal. */
public final class BarProgress implements Progress {
    private static final int REFRESH_MILLIS = 100;

    private final PrintWriter err;
    private final ProgressBar bar;
    private int failed;

    /** Begins to count. */
    public BarProgress(PrintWriter err, int total, Terminal terminal) {
        this.err = err;
        this.bar = new ProgressBarBuilder()
                .setTaskName("pokemon")
                .setInitialMax(total)
                .setUnit("", 1)
                .setStyle(terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .showSpeed()
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setMaxRenderedLength(terminal.columns() - 1)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, terminal.columns() - 1))
                .build();
    }

    private void draw(String rendered) {
        synchronized (err) {
            err.print("\r" + rendered);
        }
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
            err.println(Terminal.CLEAR_LINE + line);
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
