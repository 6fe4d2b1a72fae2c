package pokemon.schedule;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * Lets the workers of a run start in waves.
 *
 * <p>The first wave has a worker for each processor. When its starts have ended, the gate samples the load of the
 * processors. If they are idle, the next wave has twice the size of the last one. If their spare time, until the last
 * id is done, is worth more than a start costs, a wave of the first size follows. Otherwise the gate samples again.
 * While no worker is ready, each wave follows the last one at once. A slow start does not delay the next wave.
 *
 * <p>One lock guards all state, see {@link Scheduler}.
 */
final class WorkerStartGate {
    /** How long one sample of the processors' load takes. */
    private static final Duration SAMPLE = Duration.ofMillis(100);

    /** Samples after which spare time is decided about; a single one errs by a tenth. */
    private static final int SAMPLES = 3;

    /** A longer start waits for something else than a processor. */
    private static final Duration LONG_START = Duration.ofSeconds(5);

    /** The share of unused time above which the processors are idle. */
    private static final double IDLE = 0.5;

    /** The share of the processors' time that no worker would use. */
    private static final double MIN_SPARE = 0.1;

    /** The cost of a worker until its code is warm, as a multiple of its start. */
    private static final double WARM_UP = 4;

    private final int firstWave;
    private final IntSupplier ready;
    private final DoubleSupplier load;
    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int wave;
    private int admissions;
    private int starting;
    private long waveBegan;
    private boolean watching;
    private long watchedFrom;
    private long sampledAt;
    private double spare;
    private int doneBefore;
    private int done;
    private int left = Integer.MAX_VALUE;
    private long shortestStart = Long.MAX_VALUE;

    /**
     * Makes a gate. A first wave of {@link Integer#MAX_VALUE} admits each start.
     *
     * @param ready returns how many workers are ready
     * @param load returns the load of the processors since its last call, 0 to 1
     */
    WorkerStartGate(int firstWave, IntSupplier ready, DoubleSupplier load, Ticker ticker) {
        this.firstWave = firstWave;
        this.ready = ready;
        this.load = load;
        this.ticker = ticker;
        this.wave = firstWave;
        this.admissions = firstWave;
        this.waveBegan = ticker.nanoTime();
    }

    /** Waits until one more worker may start. Each call must be followed by {@link #started}. */
    void enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (admissions == 0) {
                long nanos = untilDecision(ticker.nanoTime());
                if (nanos > 0) {
                    ticker.await(changed, nanos);
                } else {
                    decide(ticker.nanoTime());
                }
            }
            admissions--;
            starting++;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how long nothing is decided about the next wave. */
    private long untilDecision(long now) {
        if (starting > 0 && now - waveBegan < LONG_START.toNanos()) {
            return waveBegan + LONG_START.toNanos() - now;
        }
        if (ready.getAsInt() == 0) {
            return 0;
        }
        if (!watching) {
            watch(now);
        }
        return sampledAt + SAMPLE.toNanos() - now;
    }

    private void watch(long now) {
        watching = true;
        watchedFrom = now;
        sampledAt = now;
        spare = 0;
        doneBefore = done;
        double unused = load.getAsDouble(); // Begins a new sample.
    }

    private void decide(long now) {
        if (!watching) {
            admit(firstWave, now);
            return;
        }
        spare += (1 - load.getAsDouble()) * (now - sampledAt);
        sampledAt = now;
        long watched = now - watchedFrom;
        if (spare > IDLE * watched) {
            admit(Math.min(2 * wave, Integer.MAX_VALUE / 2), now);
        } else if (watched >= SAMPLES * SAMPLE.toNanos()) {
            if (pays(spare / watched, watched)) {
                admit(firstWave, now);
            } else {
                watch(now);
            }
        }
    }

    private boolean pays(double sparePart, long watched) {
        int recent = done - doneBefore;
        double nanosLeft = recent == 0 ? Double.POSITIVE_INFINITY : (double) left / recent * watched;
        return sparePart > MIN_SPARE && nanosLeft * sparePart > WARM_UP * shortestStart;
    }

    private void admit(int workers, long now) {
        wave = workers;
        admissions = workers;
        waveBegan = now;
        watching = false;
        changed.signalAll();
    }

    /** Records that a start has ended, and how long it took. */
    void started(boolean successfully, long nanos) {
        lock.lock();
        try {
            starting--;
            if (successfully) {
                shortestStart = Math.min(shortestStart, nanos);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Records that an id has ended, and how many have not. */
    void ended(int idsLeft) {
        lock.lock();
        try {
            done++;
            left = idsLeft;
        } finally {
            lock.unlock();
        }
    }
}
