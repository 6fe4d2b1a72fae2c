package pokemon.experiment.race;

import java.lang.invoke.VarHandle;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** How workers get their ids. */
enum DrawStrategy {
    /** A plain field that all workers increment. */
    UNSAFE,
    /** The same under a lock. */
    SYNCHRONIZED,
    /** An atomic counter. */
    ATOMIC,
    /** No common counter: worker i of n takes the ids i+1, i+1+n, i+1+2n, ... */
    FIXED_SPLIT;

    /** Returns whether every id is drawn exactly once. */
    boolean isSafe() {
        return this != UNSAFE;
    }

    /**
     * Makes a source of the ids from 1 to {@code last}.
     *
     * @param workers number of workers, numbered from 0
     */
    IdSource source(int last, int workers) {
        return switch (this) {
            case UNSAFE -> new UnsafeCounter(last);
            case SYNCHRONIZED -> new LockedCounter(last);
            case ATOMIC -> atomicCounter(last);
            case FIXED_SPLIT -> new FixedSplit(last, workers);
        };
    }

    private static IdSource atomicCounter(int last) {
        AtomicInteger count = new AtomicInteger();
        return worker -> {
            int id = count.incrementAndGet();
            return id <= last ? id : IdSource.NONE;
        };
    }

    /** Returns its name on the command line and in reports. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The counter that goes wrong, as in a program for a single worker.
     *
     * <p>Another worker may come between any two accesses to {@code count}. Two workers read the same value and draw
     * the same id. A slow worker sets the count back, and ids are drawn again. A worker reads what another has just
     * written, and the id in between is skipped. Two workers pass the check for the last id together.
     *
     * <p>The fences forbid the compiler to keep {@code count} in a register, where a worker would count without looking
     * at the others. So each access really happens, as in an interpreter. The fences make nothing atomic, and on x86
     * they are no instructions.
     */
    private static final class UnsafeCounter implements IdSource {
        private final int last;
        private int count;

        UnsafeCounter(int last) {
            this.last = last;
        }

        @Override
        public int draw(int worker) {
            VarHandle.acquireFence();
            if (count >= last) {
                return NONE;
            }
            VarHandle.acquireFence();
            count = count + 1;
            VarHandle.acquireFence();
            return count;
        }
    }

    /** The unsafe counter under a lock, which makes each draw atomic. */
    private static final class LockedCounter implements IdSource {
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

    /** A counter for each worker; nothing is shared. */
    private static final class FixedSplit implements IdSource {
        /** Puts the counters of two workers into different cache lines. */
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
}
