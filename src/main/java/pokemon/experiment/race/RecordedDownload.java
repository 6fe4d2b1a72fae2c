package pokemon.experiment.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A recorded draw of a few ids from an unsafe counter, as a download would draw the ids of its images.
 *
 * @param last the ids are 1 to this one
 * @param attempts number of draws that were recorded until this one, which is the first with both faults
 * @param draws the ids of each worker in the order of its draws; an id may be beyond the last
 */
record RecordedDownload(int last, int attempts, List<List<Integer>> draws) {
    private static final int LAST = 12;

    /** More workers make a table that is hard to read. */
    private static final int MAX_WORKERS = 4;

    /** On two processors, half of the attempts have both faults. */
    private static final int ATTEMPTS = 200;

    /** A worker that others set back again and again ends after this number of draws. */
    private static final int MAX_DRAWS = 10 * LAST;

    /**
     * What happened to an image.
     *
     * @param workers the workers that fetched it, from 1, one for each fetch
     * @param isPastEnd whether it was not requested
     */
    record Image(int id, List<Integer> workers, boolean isPastEnd) {
        String file() {
            return "%03d.png".formatted(id);
        }
    }

    /**
     * Lets workers draw ids until at least one id was drawn twice and another never; empty after too many attempts.
     *
     * @param seed of the pauses of the workers
     */
    static Optional<RecordedDownload> provoke(int workers, long seed) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<List<Integer>> draws = new Counter(seed + attempt).record(Math.min(workers, MAX_WORKERS));
            RecordedDownload download = new RecordedDownload(LAST, attempt, draws);
            if (download.isWhole()
                    && !download.twice().isEmpty()
                    && !download.missing().isEmpty()) {
                return Optional.of(download);
            }
        }
        return Optional.empty();
    }

    private boolean isWhole() {
        return draws.stream().allMatch(worker -> worker.size() < MAX_DRAWS);
    }

    /** Returns all requested images, and the fetched ones past the last, ascending. */
    List<Image> images() {
        TreeMap<Integer, List<Integer>> workers = new TreeMap<>();
        IntStream.rangeClosed(1, last).forEach(id -> workers.put(id, new ArrayList<>()));
        for (int worker = 0; worker < draws.size(); worker++) {
            for (int id : draws.get(worker)) {
                workers.computeIfAbsent(id, beyond -> new ArrayList<>()).add(worker + 1);
            }
        }
        return workers.entrySet().stream()
                .map(entry -> new Image(entry.getKey(), List.copyOf(entry.getValue()), entry.getKey() > last))
                .toList();
    }

    /** Returns the requested images that were fetched more than once. */
    List<Image> twice() {
        return images(image -> !image.isPastEnd && image.workers.size() > 1);
    }

    /** Returns the requested images that were never fetched. */
    List<Image> missing() {
        return images(image -> image.workers.isEmpty());
    }

    /** Returns the images that were fetched, but not requested. */
    List<Image> pastEnd() {
        return images(Image::isPastEnd);
    }

    private List<Image> images(Predicate<Image> condition) {
        return images().stream().filter(condition).toList();
    }

    int fetches() {
        return draws.stream().mapToInt(List::size).sum();
    }

    /** Returns the number of requested images that are in the directory afterwards. */
    int files() {
        return last - missing().size();
    }

    /** An unsafe counter whose workers pause between its accesses, as if they lost their processor there. */
    private static final class Counter {
        /** Nanoseconds; a pause between two accesses stands for a lost processor. */
        private static final int MAX_PAUSE = 50_000;

        /** Nanoseconds; a pause between two draws stands for the fetch of an image. */
        private static final int MAX_FETCH = 2_000_000;

        private final long seed;
        // Not volatile: the counter is unsafe on purpose. The pauses keep it out of a register.
        private int count;

        Counter(long seed) {
            this.seed = seed;
        }

        List<List<Integer>> record(int workers) throws InterruptedException {
            List<List<Integer>> draws = new ArrayList<>();
            IntStream.range(0, workers).forEach(worker -> draws.add(new ArrayList<>()));
            RaceRun.runTogether(workers, worker -> drawAll(new Random(seed * workers + worker), draws.get(worker)));
            return List.copyOf(draws);
        }

        private void drawAll(Random random, List<Integer> drawn) {
            while (drawn.size() < MAX_DRAWS && count < LAST) {
                int read = count;
                pause(random, MAX_PAUSE);
                count = read + 1;
                pause(random, MAX_PAUSE);
                drawn.add(count);
                pause(random, MAX_FETCH);
            }
        }

        private static void pause(Random random, int nanos) {
            LockSupport.parkNanos(random.nextInt(nanos));
        }
    }
}
