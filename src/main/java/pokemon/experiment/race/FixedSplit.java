package pokemon.experiment.race;

/** Worker i of n gets the ids i+1, i+1+n, i+1+2n, ...; nothing is shared. */
final class FixedSplit implements IdSource {
    /** Places the counters of two workers in different cache lines. */
    private static final int STRIDE = 32;

    private final int last;
    private final int workers;
    private final int[] next;

    FixedSplit(int last, int workers) {
        this.last = last;
        this.workers = workers;
        next = new int[(workers + 1) * STRIDE];
        for (int worker = 0; worker < workers; worker++) {
            next[slot(worker)] = worker + 1;
        }
    }

    private static int slot(int worker) {
        return (worker + 1) * STRIDE;
    }

    @Override
    public int draw(int worker) {
        int id = next[slot(worker)];
        if (id > last) {
            return NONE;
        }
        next[slot(worker)] = id + workers;
        return id;
    }
}
