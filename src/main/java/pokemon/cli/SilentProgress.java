package pokemon.cli;

import java.io.PrintWriter;

/** Shows no progress. */
final class SilentProgress implements Progress {
    private final PrintWriter err;

    SilentProgress(PrintWriter err) {
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
