package pokemon.cli.progress;

import pokemon.schedule.run.IdResult;

/** Shows how far a run is, and lets other lines through without garbling either. Safe for use by many threads. */
public interface Progress extends AutoCloseable {
    /** When progress is shown. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** One more id has ended. */
    void settled(boolean failed);

    /** One more id has ended, for whoever tells more than failures apart. */
    default void settled(IdResult.Status status) {
        settled(status == IdResult.Status.FAILED);
    }

    /** Prints a line beside the progress. */
    void println(String line);

    /** Shows the last state; nothing moves after that. */
    @Override
    void close();
}
