package pokemon.schedule.adaptive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import pokemon.schedule.adaptive.ConcurrencyChange.Cause;

/**
 * Finds a good number of workers while a run goes on. Pure: it knows what it is told and says how many are wanted.
 *
 * <p>How it works: throughput is measured over at least one image per worker. In slow start (after TCP's) the number of
 * workers is multiplied as long as the last step brought a good part of what it should have brought; the
 * {@link ConcurrencyBounds} keeps it from overshooting. After slow start it climbs the hill: now and then a somewhat
 * larger number is tried, or a smaller one where the last try went the other way in vain, and kept if it brings more
 * than noise; when throughput falls, a smaller one is tried; when the server throttles, the number is halved, and grows
 * in small steps from where that happened. Each vain probe doubles the time until the next one.
 *
 * <p>Not for use by several threads at once. All times are nanoseconds of one clock.
 */
public final class AdaptiveConcurrency {
    /** By how much a step of slow start multiplies in the beginning, and when it is less sure of its ground. */
    private static final double BOLD = 4;

    private static final double CAREFUL = 2;

    /** More than proportional gain by so much is due to other things, such as code that got warm. */
    private static final double SUSPICIOUS = 1.3;

    /** Part of the proportional gain that a step must bring for slow start to go on, or to begin again. */
    private static final double GOOD_PART = 0.5;

    /** By what part throughput must fall before fewer workers are tried; by more when starts are dear. */
    private static final double FALL = 0.15;

    private static final double DEAR_FALL = 0.25;

    private static final double STEP = 1.25;
    private static final double DEAR_STEP = 1.75;
    private static final int LEAST_PATIENCE = 2;
    private static final int MOST_PATIENCE = 64;
    private static final int FEWEST_IMAGES = 16;

    /** How long it is believed that no more workers can be had. */
    private static final long LOWERED_NANOS = Duration.ofSeconds(30).toNanos();

    private final long begin;
    private final List<ConcurrencyChange> path = new ArrayList<>();
    private final ConcurrencyBounds bounds;
    private int wanted;
    private int added;
    private final int most;
    private boolean lowered;
    private long raiseAt;
    private long changedAt;
    private boolean reached;
    private long measureFrom;
    private SampleWindow window;

    private boolean slowStart = true;
    private int tooMany = Integer.MAX_VALUE;
    private double factor = BOLD;
    private long lastMean;
    private boolean doubtful;
    private boolean downward;
    private int best;
    private double bestThroughput;
    private int patience = LEAST_PATIENCE;
    private int windowsLeft = LEAST_PATIENCE;

    /**
     * Begins with a number of workers.
     *
     * @param now the start of the run
     * @param load tells how busy the processors were since it was asked last, 0 to 1
     */
    public AdaptiveConcurrency(int first, int most, long now, DoubleSupplier load) {
        this.begin = now;
        this.most = most;
        this.bounds = new ConcurrencyBounds(most, load);
        this.wanted = first;
        this.added = first;
        this.changedAt = now;
        this.best = first;
        this.window = new SampleWindow(now);
        path.add(new ConcurrencyChange(0, first, OptionalDouble.empty(), Cause.FIRST));
    }

    /** Returns how many workers are wanted. */
    public int wanted() {
        return wanted;
    }

    /** Returns the numbers of workers so far. */
    public List<ConcurrencyChange> path() {
        return List.copyOf(path);
    }

    /** Says how many workers are ready to work. */
    public void ready(int workers, long now) {
        if (!reached && workers >= wanted) {
            bounds.started((now - changedAt) / 1e9 / added);
            bounds.sampleLoad();
            reached = true;
            measureFrom(now + (bounds.isStartExpensive() ? now - changedAt : 0));
        }
    }

    /**
     * Says that a worker is done with an id, and that it tells something about throughput.
     *
     * @param asked when the worker asked for the id
     * @param left how many ids are not done yet, those in work included
     */
    public void completed(long asked, long now, int left) {
        bounds.left(left);
        if (lowered && now - raiseAt >= 0) {
            lowered = false;
            bounds.lower(most);
        }
        // With fewer ids than workers there are idle ones, and nothing to be learnt.
        if (!reached || asked - measureFrom < 0 || left < wanted) {
            return;
        }
        window.add(now - asked);
        int enough = slowStart ? wanted : Math.max(2 * wanted, FEWEST_IMAGES);
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

    /**
     * Says that a server asked everybody to stay away.
     *
     * @param begun when the request was sent that was answered so
     * @param until when the pause ends
     */
    public void throttled(long begun, long now, long until) {
        if (!reached || begun - measureFrom < 0) {
            return; // It was sent before the last change, which may have been made for the same reason.
        }
        tooMany = wanted;
        best = Math.max(1, wanted / 2);
        bestThroughput = 0;
        slowStart = false;
        waitLonger();
        change(best, now, Cause.THROTTLED);
        measureFrom(until);
    }

    /** Says that everybody waits until a time, for reasons that say nothing about the number of workers. */
    public void held(long until) {
        measureFrom(until);
    }

    /** Says that no more workers than these can be had for now; after half a minute more are tried again. */
    public void cannotGrow(int workers, long now) {
        bounds.lower(workers);
        lowered = true;
        raiseAt = now + LOWERED_NANOS;
        slowStart = false;
        best = Math.min(best, bounds.most());
        change(Math.min(wanted, bounds.most()), now, Cause.NO_START);
        ready(bounds.most(), now);
    }

    private void judge(double throughput, double noise, long now) {
        if (wanted == best) {
            stay(throughput, noise, now);
            return;
        }
        double gain = throughput / bestThroughput;
        // Fewer are as good as more when throughput fell, but not when nothing told against more.
        boolean fell = path.get(path.size() - 1).cause() == Cause.FALLING;
        boolean better = fell ? gain > 1 - noise : gain > 1 + noise;
        if (!better && isFirstDoubt()) {
            return;
        }
        if (!better) {
            slowStart = false;
            downward = wanted > best && !bounds.isStartExpensive();
            waitLonger();
            change(best, now, gain < 1 - noise ? Cause.LOSS : Cause.NO_GAIN);
            return;
        }
        double fair = (double) wanted / best;
        doubtful = false;
        factor = slowStart && gain < SUSPICIOUS * fair ? factor : CAREFUL;
        // After throttling, only careful steps lead to where it came from (TCP's threshold of slow start).
        slowStart = wanted > best && gain - 1 >= GOOD_PART * (fair - 1) && factor * wanted < tooMany;
        downward = wanted < best && !bounds.isStartExpensive();
        best = wanted;
        bestThroughput = throughput;
        patience = LEAST_PATIENCE;
        windowsLeft = LEAST_PATIENCE;
        if (slowStart) {
            slowStart = grow(throughput, factor * wanted, Cause.GROWING, now);
        }
    }

    private void stay(double throughput, double noise, long now) {
        boolean fell =
                throughput < bestThroughput * (1 - Math.max(2 * noise, bounds.isStartExpensive() ? DEAR_FALL : FALL));
        if (fell && isFirstDoubt()) {
            return;
        }
        doubtful = false;
        bestThroughput = bestThroughput == 0 ? throughput : (bestThroughput + throughput) / 2;
        if (slowStart) {
            slowStart = grow(throughput, factor * wanted, Cause.GROWING, now);
        } else if (fell && wanted > 1) {
            bestThroughput = throughput;
            change((int) (wanted / STEP), now, Cause.FALLING);
        } else if (--windowsLeft <= 0) {
            probe(throughput, now);
        }
    }

    /** Looks whether more would be better, or else fewer, where those who leave are soon replaced. */
    private void probe(double throughput, long now) {
        if (downward && wanted > 1) {
            change((int) (wanted / STEP), now, Cause.PROBE);
        } else if (!grow(throughput, Math.ceil(wanted * step()), Cause.PROBE, now)) {
            downward = !bounds.isStartExpensive();
        }
    }

    /** Takes a step up if what the ceilings leave of it is worth it. */
    private boolean grow(double throughput, double number, Cause cause, long now) {
        int next = bounds.clamp(number, throughput);
        boolean worth = next >= step() * wanted;
        if (worth) {
            change(next, now, cause);
        }
        return worth;
    }

    /** One bad window may be the fault of something else on the machine: only the second in a row counts. */
    private boolean isFirstDoubt() {
        doubtful = !doubtful;
        return doubtful;
    }

    private double step() {
        return bounds.isStartExpensive() ? DEAR_STEP : STEP;
    }

    private void waitLonger() {
        patience = Math.min(2 * patience, MOST_PATIENCE);
        windowsLeft = patience;
    }

    private void change(int number, long now, Cause cause) {
        // Those who leave are still busy for a while.
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
