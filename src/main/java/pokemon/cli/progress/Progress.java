package pokemon.cli.progress;

import java.io.PrintWriter;
import pokemon.schedule.run.IdResult.Status;

/** Shows the progress of a run, and prints other lines without mixing the two. Thread-safe. */
public interface Progress extends AutoCloseable {
    /** Counts an id that has ended. */
    default void settled(Status status) {}

    /** Prints a line beside the progress. */
    void println(String line);

    /** Shows the last state. */
    @Override
    default void close() {}

    /** Returns a progress that shows other lines only. */
    static Progress silent(PrintWriter err) {
        return err::println;
    }
}
