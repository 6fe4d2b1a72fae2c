package pokemon.experiment.compare.work;

import java.io.IOException;

/** Work in items. Safe for use by several threads with different worker numbers. */
@FunctionalInterface
interface Work extends AutoCloseable {
    /**
     * Does one item completely.
     *
     * @param worker from 0
     * @param item number within the items of the worker, from 0
     * @throws IOException when it fails; there are no retries
     */
    void item(int worker, int item) throws IOException, InterruptedException;

    @Override
    default void close() {}

    /** Ends the work between two items when the thread was interrupted. */
    static void checkInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted between two items");
        }
    }
}
