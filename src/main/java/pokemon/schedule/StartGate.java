package pokemon.schedule;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * Lets the workers of a run start in waves.
 *
 * <p>The first wave has a worker for each processor. When its starts have ended, the processors are watched. If they
 * are idle, the next wave begins, with twice the size of the last one. If they have some time to spare, which in all
 * that the ids left take is more than a start costs, a wave of the first size begins. Otherwise they are watched again.
 * While no worker is ready, each wave follows the last one at once. A start that takes long does not hold up the next
 * wave.
 *
 * <p>The lock of this object is taken while the scheduler's is held, never the other way round.
 */
final class StartGate {
    /** How long the processors are watched until they count as idle. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** How many looks tell whether they have time to spare; a single one errs by a tenth. */
    private static final int LOOKS = 3;

    /** A start that takes longer waits for something else than a processor. */
    private static final Duration LONG_START = Duration.ofSeconds(5);

    /** The part of the processors' time from which on they are idle. */
    private static final double IDLE = 0.5;

    /** The part of the processors' time that is never used. */
    private static final double LEAST_SPARE = 0.1;

    /** What a worker costs until its code is warm, in times of its start. */
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
    private long lookedAt;
    private double spare;
    private int doneBefore;
    private int done;
    private int left = Integer.MAX_VALUE;
    private long shortestStart = Long.MAX_VALUE;

    /**
     * Makes a gate.
     *
     * @param firstWave how many workers may start at once; with the largest number, each start is let in
     * @param ready tells how many workers are ready
     * @param load tells how busy the processors were since it was asked last, 0 to 1
     */
    StartGate(int firstWave, IntSupplier ready, DoubleSupplier load, Ticker ticker) {
        this.firstWave = firstWave;
        this.ready = ready;
        this.load = load;
        this.ticker = ticker;
        this.wave = firstWave;
        this.admissions = firstWave;
        this.waveBegan = ticker.nanoTime();
    }

    /**
     * Waits until one more worker may start. Each call must be followed by {@link #started}.
     *
     * @throws InterruptedException when the calling thread is interrupted, as when there is nothing left to do
     */
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
        return lookedAt + LOOK.toNanos() - now;
    }

    private void watch(long now) {
        watching = true;
        watchedFrom = now;
        lookedAt = now;
        spare = 0;
        doneBefore = done;
        double unused = load.getAsDouble(); // What came before does not count.
    }

    private void decide(long now) {
        if (!watching) {
            admit(firstWave, now);
            return;
        }
        spare += (1 - load.getAsDouble()) * (now - lookedAt);
        lookedAt = now;
        long watched = now - watchedFrom;
        if (spare > IDLE * watched) {
            admit(Math.min(2 * wave, Integer.MAX_VALUE / 2), now);
        } else if (watched >= LOOKS * LOOK.toNanos()) {
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
        return sparePart > LEAST_SPARE && nanosLeft * sparePart > WARM_UP * shortestStart;
    }

    private void admit(int workers, long now) {
        wave = workers;
        admissions = workers;
        waveBegan = now;
        watching = false;
        changed.signalAll();
    }

    /** Says that a start has ended. */
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

    /** Says how many ids are not done yet, after one more was. */
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
