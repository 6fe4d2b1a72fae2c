package pokemon.cli.progress;

import java.io.PrintWriter;

/** Shows no progress. */
public final class SilentProgress implements Progress {
    private final PrintWriter err;

    /** Shows nothing but messages. */
    public SilentProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void settled(boolean failed) {}

    @Override
    public void println(String line) {
        err.println(line);
    }

    @Override
    public void close() {}
}
