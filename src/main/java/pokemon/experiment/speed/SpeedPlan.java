package pokemon.experiment.speed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.plan.PlannedTrial;
import pokemon.experiment.plan.WorkModel;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

/**
 * The trials of the experiment and their order.
 *
 * @param kinds at least one
 * @param workers the numbers of workers to try, ascending, at least one
 * @param runs how often each is run, at least 1
 * @param seed of the random order
 */
public record SpeedPlan(List<WorkerKind> kinds, List<Integer> workers, int runs, long seed) {
    /** Returns the number of trials, warm-ups included. */
    public int trials() {
        return warmUps().size() + points().size() * runs;
    }

    /** Returns the first trials, which do not count: one worker of each kind, with a cold JVM. */
    List<Trial> warmUps() {
        return kinds.stream()
                .map(kind -> new Trial(kind, 1, ScheduleKind.DYNAMIC))
                .toList();
    }

    /** Returns all trials in the order of running, the warm-ups first. */
    List<PlannedTrial<Trial>> planned(WorkModel model) {
        return Stream.concat(
                        warmUps().stream().map(trial -> trial.planned(model, true)),
                        order().stream().map(trial -> trial.planned(model, false)))
                .toList();
    }

    /** Returns the measured points, kind by kind. */
    List<Trial> points() {
        return kinds.stream()
                .flatMap(kind -> workers.stream().map(n -> new Trial(kind, n, ScheduleKind.DYNAMIC)))
                .toList();
    }

    /**
     * Returns the trials that count, in the order of running: rounds of all points, each round in random order. A
     * machine that changes its speed meanwhile therefore affects all points equally.
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
