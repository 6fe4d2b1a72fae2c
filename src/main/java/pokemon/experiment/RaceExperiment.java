package pokemon.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Lets workers draw ids from counters that are safe and from one that is not. */
final class RaceExperiment {
    /** Draws before anything is measured, enough to have everything compiled. */
    private static final int WARM_UP = 200_000;

    private final RaceSettings settings;

    RaceExperiment(RaceSettings settings) {
        this.settings = settings;
    }

    /** Returns how many trials {@link #run} makes. */
    int trials() {
        return settings.repeats() * DrawStrategy.values().length;
    }

    /**
     * Warms up, then measures every strategy once in each repeat, in an order of the repeat's own.
     *
     * @param done takes each trial as soon as it has ended
     */
    void run(BiConsumer<DrawStrategy, Draws> done) throws InterruptedException {
        List<DrawStrategy> strategies = Arrays.asList(DrawStrategy.values());
        for (DrawStrategy strategy : strategies) {
            RaceRun.run(strategy, Math.min(settings.last(), WARM_UP), settings.workers());
        }
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            Collections.shuffle(strategies, new Random(settings.seed() + repeat));
            for (DrawStrategy strategy : strategies) {
                done.accept(strategy, RaceRun.run(strategy, settings.last(), settings.workers()));
            }
        }
    }
}
