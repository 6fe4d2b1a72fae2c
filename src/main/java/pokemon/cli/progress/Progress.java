package pokemon.cli.progress;

import java.io.PrintWriter;
import pokemon.schedule.run.IdResult.Status;

/** Shows the progress of a run, and prints other lines without mixing the two. Thread-safe. */
public interface Progress extends AutoCloseable {
    /** Counts an id that has ended. */
    void settled(Status status);

    /** Prints a line beside the progress. */
    void println(String line);

    /** Shows the last state. */
    @Override
    void close();

    /** Returns a progress that shows other lines only. */
    static Progress silent(PrintWriter err) {
        return new Progress() {
            @Override
            public void settled(Status status) {}

            @Override
            public void println(String line) {
                err.println(line);
            }

            @Override
            public void close() {}
        };
    }
}
