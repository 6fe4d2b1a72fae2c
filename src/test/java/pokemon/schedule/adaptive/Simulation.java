package pokemon.schedule.adaptive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** A run on a simulated machine in simulated time: each image waits for a server, then computes with the others. */
final class Simulation {
    private static final double TICK = 0.0002;

    private final int ids;
    private final IntToDoubleFunction latency;
    private double compute = 0.005;
    private double processors = 2;
    private double startCompute;
    private double warmUp;
    private double jitter;
    private int throttledAbove = Integer.MAX_VALUE;
    private final Random random = new Random(7);

    private final List<Worker> workers = new ArrayList<>();
    private double now;
    private int claimed;
    private int done;
    private int throttled;
    private double pausedUntil;
    private double busy;
    private double loadFrom;
    private Optional<AdaptiveConcurrency> limit = Optional.empty();
    private int wanted;

    private enum Phase {
        STARTING,
        IDLE,
        WAITING,
        COMPUTING
    }

    private static final class Worker {
        private Phase phase = Phase.STARTING;
        private double left;
        private double warmth;
        private double asked;
    }

    /** A run against a server whose latency in seconds depends on the number of its requests. */
    Simulation(int ids, IntToDoubleFunction latency) {
        this.ids = ids;
        this.latency = latency;
    }

    /** What an image needs of a processor, in seconds. */
    Simulation compute(double seconds) {
        compute = seconds;
        return this;
    }

    /** What a worker needs of a processor before it is ready, in seconds. */
    Simulation start(double seconds) {
        startCompute = seconds;
        return this;
    }

    /** Extra computing that is spread over the first images: of all workers together, or of each one if starts cost. */
    Simulation warmUp(double seconds) {
        warmUp = seconds;
        return this;
    }

    /** Random part of the latency: 0.3 is up to 30 % more or less. */
    Simulation jitter(double part) {
        jitter = part;
        return this;
    }

    /** The server asks for a pause of a second when it has more requests than this. */
    Simulation throttledAbove(int requests) {
        throttledAbove = requests;
        return this;
    }

    int throttled() {
        return throttled;
    }

    /** Returns the seconds that a fixed number of workers takes. */
    double fixed(int number) {
        wanted = number;
        return run();
    }

    /** Returns the seconds of the best of some fixed numbers. */
    static double best(Supplier<Simulation> simulation, int... numbers) {
        double best = Double.POSITIVE_INFINITY;
        for (int number : numbers) {
            best = Math.min(best, simulation.get().fixed(number));
        }
        return best;
    }

    /** Returns the seconds that a run takes with the number of workers that a limit wants. */
    double adaptive(AdaptiveConcurrency adaptive) {
        limit = Optional.of(adaptive);
        wanted = adaptive.wanted();
        return run();
    }

    private double run() {
        while (done < ids) {
            startMissing();
            double share = share();
            for (Worker worker : List.copyOf(workers)) {
                step(worker, share);
            }
            now += TICK;
            assertTrue(now < 10_000, "does not end");
        }
        return now;
    }

    private void startMissing() {
        while (workers.size() < wanted) {
            Worker worker = new Worker();
            worker.left = startCompute;
            workers.add(worker);
        }
    }

    /** Returns how busy the processors were since it was asked last. */
    double load() {
        double load = now > loadFrom ? busy / (now - loadFrom) : 0;
        busy = 0;
        loadFrom = now;
        return load;
    }

    private double share() {
        long computing = workers.stream()
                .filter(worker -> worker.phase == Phase.COMPUTING || worker.phase == Phase.STARTING)
                .count();
        busy += TICK * Math.min(1, computing / processors);
        return TICK * Math.min(1, processors / Math.max(1, computing));
    }

    private void step(Worker worker, double share) {
        switch (worker.phase) {
            case STARTING -> {
                worker.left -= share;
                if (worker.left <= 0) {
                    worker.phase = Phase.IDLE;
                    worker.asked = now;
                    tell(adaptive -> adaptive.ready(ready(), nanos(now)));
                }
            }
            case IDLE -> claim(worker);
            case WAITING -> {
                worker.left -= TICK;
                if (worker.left <= 0) {
                    worker.phase = Phase.COMPUTING;
                    worker.left = demand(worker);
                }
            }
            case COMPUTING -> {
                worker.left -= share;
                if (worker.left <= 0) {
                    finish(worker);
                }
            }
        }
    }

    private double demand(Worker worker) {
        double total = compute;
        double met = startCompute > 0
                ? worker.warmth
                : workers.stream().mapToDouble(one -> one.warmth).sum();
        if (warmUp > 0) {
            double extra = (warmUp - met) / 10;
            worker.warmth += extra;
            total += extra;
        }
        return total;
    }

    private void claim(Worker worker) {
        if (workers.size() > wanted) {
            workers.remove(worker);
            return;
        }
        if (now < pausedUntil || claimed >= ids) {
            return;
        }
        int requests = 1
                + (int) workers.stream()
                        .filter(one -> one.phase == Phase.WAITING)
                        .count();
        if (requests > throttledAbove) {
            throttled++;
            pausedUntil = now + 1;
            tell(adaptive -> adaptive.throttled(nanos(now), nanos(now), nanos(pausedUntil)));
            return;
        }
        claimed++;
        worker.phase = Phase.WAITING;
        worker.left = latency.applyAsDouble(requests) * (1 + jitter * (2 * random.nextDouble() - 1));
    }

    private void finish(Worker worker) {
        done++;
        worker.phase = Phase.IDLE;
        tell(adaptive -> adaptive.completed(nanos(worker.asked), nanos(now), ids - done));
        worker.asked = now;
    }

    private int ready() {
        return (int) workers.stream().filter(one -> one.phase != Phase.STARTING).count();
    }

    private void tell(Consumer<AdaptiveConcurrency> event) {
        limit.ifPresent(adaptive -> {
            event.accept(adaptive);
            wanted = adaptive.wanted();
        });
    }

    static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
