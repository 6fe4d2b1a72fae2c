package pokemon.experiment.race;

/** The counter of {@link UnsafeCounter} under a lock that makes each draw a whole. */
final class LockedCounter implements IdSource {
    private final int last;
    private int count;

    LockedCounter(int last) {
        this.last = last;
    }

    @Override
    public synchronized int draw(int worker) {
        if (count >= last) {
            return NONE;
        }
        count = count + 1;
        return count;
    }
}
