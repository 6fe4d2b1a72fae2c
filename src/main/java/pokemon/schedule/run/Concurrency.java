package pokemon.schedule.run;

import java.lang.management.ManagementFactory;

/** How many workers a run may have at a time. */
public sealed interface Concurrency {
    /** Returns the largest number of workers at a time, at least 1. */
    int max();

    /** The same number from the beginning to the end. */
    record Fixed(int max) implements Concurrency {
        /** Throws an {@link IllegalArgumentException} when there is no worker. */
        public Fixed {
            requireWorker(max);
        }
    }

    /**
     * A number that follows what the run measures.
     *
     * @param first how many workers begin, from 1 to {@code max}
     * @param max the largest number
     */
    record Adaptive(int first, int max) implements Concurrency {
        private static final int FIRST_THREADS = 32;
        private static final int MAX_THREADS = 256;
        private static final int MAX_PROCESSES_PER_PROCESSOR = 16;
        private static final long MEMORY_OF_A_PROCESS = 256L << 20;

        /** Throws an {@link IllegalArgumentException} when a number is out of range. */
        public Adaptive {
            requireWorker(first);
            if (max < first) {
                throw new IllegalArgumentException("at most " + max + " workers, but " + first + " to begin with");
            }
        }

        /**
         * Returns the numbers for this machine: first 32 threads and at most 256, or first one process for each
         * processor and at most 16, and no more than one for each 256 MiB of memory.
         */
        public static Adaptive forThisMachine(WorkerKind kind) {
            if (kind == WorkerKind.THREADS) {
                return new Adaptive(FIRST_THREADS, MAX_THREADS);
            }
            int processors = Runtime.getRuntime().availableProcessors();
            long affordable = Math.min(processors * (long) MAX_PROCESSES_PER_PROCESSOR, memory() / MEMORY_OF_A_PROCESS);
            int max = (int) Math.max(1, affordable);
            return new Adaptive(Math.min(processors, max), max);
        }

        private static long memory() {
            return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                    .getTotalMemorySize();
        }
    }

    private static void requireWorker(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("at least 1 worker is needed, not " + workers);
        }
    }
}
