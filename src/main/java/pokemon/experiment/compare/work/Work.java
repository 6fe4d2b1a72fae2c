package pokemon.experiment.compare.work;

import java.io.IOException;

/** Work that comes in items. Safe for use by several threads, each with a worker number of its own. */
@FunctionalInterface
interface Work extends AutoCloseable {
    /**
     * Does one item completely.
     *
     * @param worker who does it, from 0
     * @param item which of the worker's items it is, from 0
     * @throws IOException when it cannot be done; nothing is retried
     */
    void item(int worker, int item) throws IOException, InterruptedException;

    /** Releases what the work holds. */
    @Override
    default void close() {}

    /** Ends work between two items when the thread was interrupted. */
    static void checkInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted between two items");
        }
    }
}
