package pokemon.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import pokemon.schedule.run.IdSet;

/**
 * A share of the ids of a {@link WorkQueue}: every n-th id. A counter hands out each fresh id once, in order. The
 * queue's lock guards each call.
 */
final class Partition {
    private final IdSet ids;
    private final int first;
    private final int step;
    private final int size;
    private final AtomicInteger taken = new AtomicInteger();
    private final PriorityQueue<Retry> retries = new PriorityQueue<>(Comparator.comparingLong(Retry::notBefore));
    private int parked;
    private int unsettled;

    /** An id that is to be tried again, not before a time. */
    private record Retry(Claim claim, long notBefore) {}

    /** Takes the ids at every {@code step}-th index from {@code first} on. */
    Partition(IdSet ids, int first, int step) {
        this.ids = ids;
        this.first = first;
        this.step = step;
        this.size = ids.size() / step + (first < ids.size() % step ? 1 : 0);
        this.unsettled = size;
    }

    Optional<Claim> takeFresh() {
        // The check keeps idle workers that ask again from overflowing the counter.
        return hasFresh()
                ? Optional.of(Claim.first(ids.get(first + taken.getAndIncrement() * step)))
                : Optional.empty();
    }

    Optional<Claim> takeDue(long now) {
        return nanosToNextRetry(now) <= 0 ? Optional.of(retries.remove().claim) : Optional.empty();
    }

    /** Returns how long no retry is due, {@link Long#MAX_VALUE} when there is none. */
    long nanosToNextRetry(long now) {
        return retries.isEmpty() ? Long.MAX_VALUE : retries.peek().notBefore - now;
    }

    void requeue(Claim claim, long notBefore) {
        retries.add(new Retry(claim, notBefore));
    }

    void park() {
        parked++;
    }

    void unpark() {
        parked--;
    }

    void settle() {
        unsettled--;
    }

    /** Returns whether some id has not ended. */
    boolean isUnsettled() {
        return unsettled > 0;
    }

    boolean hasFresh() {
        return taken.get() < size;
    }

    /** Returns whether no id is under way or waits for another attempt. */
    boolean isIdle() {
        return unsettled == size - taken.get() + parked;
    }

    /** Returns the claims that wait for another attempt. */
    List<Claim> waiting() {
        return retries.stream().map(Retry::claim).toList();
    }
}
