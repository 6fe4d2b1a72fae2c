package pokemon.experiment.race;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** How workers get their ids. */
enum DrawStrategy {
    /** A plain field that everybody adds one to. */
    UNSAFE(false) {
        @Override
        IdSource source(int last, int workers) {
            return new UnsafeCounter(last);
        }
    },
    /** The same under a lock. */
    SYNCHRONIZED(true) {
        @Override
        IdSource source(int last, int workers) {
            return new LockedCounter(last);
        }
    },
    /** An atomic counter. */
    ATOMIC(true) {
        @Override
        IdSource source(int last, int workers) {
            AtomicInteger count = new AtomicInteger();
            return worker -> {
                int id = count.incrementAndGet();
                return id <= last ? id : IdSource.NONE;
            };
        }
    },
    /** No common counter: worker i of n takes the ids i+1, i+1+n, i+1+2n, ... */
    FIXED_SPLIT(true) {
        @Override
        IdSource source(int last, int workers) {
            return new FixedSplit(last, workers);
        }
    };

    private final boolean safe;

    DrawStrategy(boolean safe) {
        this.safe = safe;
    }

    /** Returns whether it promises that every id is drawn exactly once. */
    boolean isSafe() {
        return safe;
    }

    /**
     * Makes a source of the ids from 1 to {@code last}.
     *
     * @param workers how many workers will draw, numbered from 0
     */
    abstract IdSource source(int last, int workers);

    /** Returns its name on the command line and in reports. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
