package pokemon.experiment.compare.work;

/** How an amount of work depends on the number of workers. */
public enum Scaling {
    /** Every worker does the amount, so the work grows with the workers. */
    WEAK,
    /** The workers share the amount. */
    STRONG;

    /**
     * Returns the number of items of a worker.
     *
     * @param amount the items of each worker (weak) or of all together (strong)
     * @param worker from 0
     */
    int items(int amount, int worker, int workers) {
        return this == WEAK ? amount : amount / workers + (worker < amount % workers ? 1 : 0);
    }

    /** Returns the number of items of all workers together. */
    public int total(int amount, int workers) {
        return this == WEAK ? amount * workers : amount;
    }
}
