package pokemon.experiment.speed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import pokemon.experiment.measure.Trial;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

/**
 * Which trials are run.
 *
 * @param kinds the kinds of workers to compare
 * @param workers the numbers of workers to try, ascending
 * @param runs how often each is run, at least 1
 * @param seed decides the order
 */
public record SpeedPlan(List<WorkerKind> kinds, List<Integer> workers, int runs, long seed) {
    /**
     * Checks that there is something to run.
     *
     * @throws IllegalArgumentException when there is not
     */
    public SpeedPlan {
        kinds = List.copyOf(kinds);
        workers = List.copyOf(workers);
        if (kinds.isEmpty() || workers.isEmpty() || runs < 1) {
            throw new IllegalArgumentException("nothing to run");
        }
    }

    /** Returns how many trials there are, warm-ups included. */
    public int trials() {
        return warmUps().size() + points().size() * runs;
    }

    /** Returns the trials that come first and do not count: one worker of each kind, on a machine still cold. */
    List<Trial> warmUps() {
        return kinds.stream()
                .map(kind -> new Trial(kind, 1, ScheduleKind.DYNAMIC))
                .toList();
    }

    /** Returns what is measured, kind by kind. */
    List<Trial> points() {
        return kinds.stream()
                .flatMap(kind -> workers.stream().map(n -> new Trial(kind, n, ScheduleKind.DYNAMIC)))
                .toList();
    }

    /**
     * Returns the trials that count, in the order in which they are run: each point once in random order, then each
     * once more, and so on. So a machine that changes its speed meanwhile changes it for all points alike.
     */
    List<Trial> order() {
        Random random = new Random(seed);
        List<Trial> order = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            List<Trial> round = new ArrayList<>(points());
            Collections.shuffle(round, random);
            order.addAll(round);
        }
        return order;
    }
}
