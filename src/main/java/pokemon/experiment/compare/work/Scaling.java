package pokemon.experiment.compare.work;

/** How an amount of work depends on the number of workers. */
public enum Scaling {
    /** Every worker does the amount: twice the workers, twice the work. */
    WEAK,
    /** The workers share the amount. */
    STRONG;

    /**
     * Returns how many items one worker does.
     *
     * @param amount the items of each worker (weak) or of all together (strong)
     * @param worker which one, from 0
     */
    int items(int amount, int worker, int workers) {
        return this == WEAK ? amount : amount / workers + (worker < amount % workers ? 1 : 0);
    }

    /** Returns how many items all workers do together. */
    public int total(int amount, int workers) {
        return this == WEAK ? amount * workers : amount;
    }
}
