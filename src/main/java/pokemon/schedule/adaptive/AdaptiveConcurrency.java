package pokemon.schedule.adaptive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import pokemon.schedule.adaptive.ConcurrencyChange.Cause;

/**
 * Finds a good number of workers while a run goes on.
 *
 * <p>The throughput of a number is measured over at least one image per worker. First, the number is multiplied as long
 * as each step brings a good part of its share (TCP's slow start). Then the number climbs the hill: from time to time a
 * larger one is tried, or a smaller one after a vain try, and kept if it brings more than noise; each vain try doubles
 * the wait for the next. When throughput falls, a smaller one is tried. When the server throttles, the number is
 * halved. {@link ConcurrencyBounds} keep each step from overshooting. Each change for the worse needs two measurements
 * in a row.
 *
 * <p>Not for use by several threads at once. All times are nanoseconds of one clock.
 */
public final class AdaptiveConcurrency {
    /** The factor of a step while the number is multiplied. */
    private static final double GROWTH = 4;

    /** The part of its proportional gain that a step must bring for the number to be multiplied again. */
    private static final double GOOD_PART = 0.5;

    /** The factor of a single try. A larger one shows its effect sooner where starts are expensive. */
    private static final double STEP = 1.25;

    private static final double EXPENSIVE_STEP = 1.75;

    /** The part by which throughput must fall before fewer workers are tried. */
    private static final double FALL = 0.2;

    /** Windows between two tries, after a good one and at most. */
    private static final int MIN_WAIT = 2;

    private static final int MAX_WAIT = 64;

    /** The least number of images in a window of a single try. */
    private static final int MIN_IMAGES = 16;

    /** How long a bound by failed starts holds. */
    private static final long BOUND_NANOS = Duration.ofSeconds(30).toNanos();

    private final int max;
    private final long begin;
    private final ConcurrencyBounds bounds;
    private final List<ConcurrencyChange> path = new ArrayList<>();

    private int wanted;
    private int added;
    private long changedAt;
    private boolean reached;
    private long boundUntil = Long.MAX_VALUE;

    private SampleWindow window;
    private long measureFrom;
    private long lastMean;

    private int best;
    private double bestThroughput;
    private boolean growing = true;
    private boolean downward;
    private boolean doubtful;
    private int wait = MIN_WAIT;
    private int windowsLeft = MIN_WAIT;

    /** Begins now with a number of workers. The load of the processors since the last call is 0 to 1. */
    public AdaptiveConcurrency(int first, int max, long now, DoubleSupplier load) {
        this.max = max;
        this.begin = now;
        this.bounds = new ConcurrencyBounds(max, load);
        this.wanted = first;
        this.added = first;
        this.changedAt = now;
        this.best = first;
        this.window = new SampleWindow(now);
        path.add(new ConcurrencyChange(0, first, OptionalDouble.empty(), Cause.FIRST));
    }

    public int wanted() {
        return wanted;
    }

    public List<ConcurrencyChange> path() {
        return List.copyOf(path);
    }

    /** Records how many workers are ready. */
    public void ready(int workers, long now) {
        if (!reached && workers >= wanted) {
            bounds.started((now - changedAt) / 1e9 / added);
            bounds.sampleLoad();
            reached = true;
            measureFrom(now + (bounds.isStartExpensive() ? now - changedAt : 0));
        }
    }

    /** Records the end of an id whose worker asked for it at a time, and how many ids have not ended. */
    public void completed(long asked, long now, int left) {
        bounds.left(left);
        if (now >= boundUntil) {
            boundUntil = Long.MAX_VALUE;
            bounds.limit(max);
        }
        // With fewer ids than workers some are idle, and throughput shows nothing.
        if (!reached || asked - measureFrom < 0 || left < wanted) {
            return;
        }
        window.add(now - asked);
        int enough = growing ? wanted : Math.max(2 * wanted, MIN_IMAGES);
        if (window.isFull(enough, bounds.isStartExpensive() ? bounds.startSeconds() : 0, now)) {
            SampleWindow full = window;
            window = new SampleWindow(now);
            bounds.measured(full.shortTime());
            bounds.sampleLoad();
            lastMean = (long) full.mean();
            double throughput = full.throughput(wanted);
            path.set(path.size() - 1, path.get(path.size() - 1).measured(throughput));
            judge(throughput, full.noise(), now);
        }
    }

    /** Records that the server asked for a pause until a time, in its answer to a request sent at {@code begun}. */
    public void throttled(long begun, long now, long until) {
        if (!reached || begun - measureFrom < 0) {
            return; // It was sent before the last change, which may have had the same reason.
        }
        best = Math.max(1, wanted / 2);
        bestThroughput = 0;
        stopGrowing();
        change(best, now, Cause.THROTTLED);
        measureFrom(until);
    }

    /** Records that all workers wait until a time, for reasons that do not depend on their number. */
    public void held(long until) {
        measureFrom(until);
    }

    /** Records that no more workers can start. After half a minute more are tried again. */
    public void cannotGrow(int workers, long now) {
        bounds.limit(workers);
        boundUntil = now + BOUND_NANOS;
        growing = false;
        best = Math.min(best, bounds.max());
        change(Math.min(wanted, bounds.max()), now, Cause.NO_START);
        ready(bounds.max(), now);
    }

    private void judge(double throughput, double noise, long now) {
        double gain = throughput / bestThroughput;
        // After a fall, ties keep the smaller number. An unchanged number is bad only when throughput fell clearly.
        boolean fell = path.get(path.size() - 1).cause() == Cause.FALLING;
        double margin = wanted == best ? -Math.max(2 * noise, FALL) : fell ? -noise : noise;
        boolean bad = gain < 1 + margin;
        // One bad window may have its cause elsewhere on the machine: only the second in a row counts.
        doubtful = bad && !doubtful;
        if (doubtful) {
            return;
        }
        if (wanted == best) {
            stay(throughput, bad, now);
        } else if (bad) {
            stopGrowing();
            downward = wanted > best;
            change(best, now, gain < 1 - noise ? Cause.LOSS : Cause.NO_GAIN);
        } else {
            downward = wanted < best;
            growing = growing && gain - 1 >= GOOD_PART * ((double) wanted / best - 1);
            best = wanted;
            bestThroughput = throughput;
            wait = MIN_WAIT;
            windowsLeft = MIN_WAIT;
            growing = growing && grow(throughput, GROWTH * wanted, Cause.GROWING, now);
        }
    }

    private void stay(double throughput, boolean fell, long now) {
        bestThroughput = bestThroughput == 0 || fell ? throughput : (bestThroughput + throughput) / 2;
        if (growing) {
            growing = grow(throughput, GROWTH * wanted, Cause.GROWING, now);
        } else if (fell && wanted > 1) {
            change((int) (wanted / STEP), now, Cause.FALLING);
        } else if (--windowsLeft <= 0) {
            probe(throughput, now);
        }
    }

    /** Tries more workers, or fewer where the last try calls for it and a retired worker is soon replaced. */
    private void probe(double throughput, long now) {
        if (downward && wanted > 1 && !bounds.isStartExpensive()) {
            change((int) (wanted / STEP), now, Cause.PROBE);
        } else if (!grow(throughput, Math.ceil(wanted * step()), Cause.PROBE, now)) {
            downward = true;
        }
    }

    /** Takes a step up, unless the bounds leave too little of it. Returns whether they do not. */
    private boolean grow(double throughput, double number, Cause cause, long now) {
        int next = bounds.clamp(number, throughput);
        if (next < step() * wanted) {
            return false;
        }
        change(next, now, cause);
        return true;
    }

    private double step() {
        return bounds.isStartExpensive() ? EXPENSIVE_STEP : STEP;
    }

    private void stopGrowing() {
        growing = false;
        wait = Math.min(2 * wait, MAX_WAIT);
        windowsLeft = wait;
    }

    private void change(int number, long now, Cause cause) {
        // Surplus workers are still busy for a while.
        measureFrom(number < wanted ? now + lastMean : now);
        if (number == wanted) {
            return;
        }
        doubtful = false;
        added = number - wanted;
        changedAt = now;
        reached = added < 0;
        wanted = number;
        path.add(new ConcurrencyChange(now - begin, number, OptionalDouble.empty(), cause));
    }

    private void measureFrom(long time) {
        measureFrom = time;
        window = new SampleWindow(time);
    }
}
