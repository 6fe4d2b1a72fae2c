package pokemon.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.policy.CircuitBreaker;
import pokemon.schedule.policy.CircuitBreaker.Verdict;

/**
 * Keeps a run going through outages of the server: holds the queue while the {@link CircuitBreaker} is open, and
 * decides whether a failure counts against its id.
 *
 * <p>An id whose last attempt failed is settled as failed only when the server is known to have been well between its
 * attempts, and no other ids have begun to fail. Otherwise it is parked, and the next success decides. If that attempt
 * began before the last failure of the parked id, the server was well and the id failed by itself. If it began later,
 * the id is tried again. When only parked ids are left, the breaker opens. Part of {@link RunState}.
 */
final class OutageControl {
    private final CircuitBreaker breaker;
    private final WorkQueue queue;
    private final PoolSizer sizer;
    private final EventQueue events;
    private final List<Parked> parked = new ArrayList<>();
    private final Set<Integer> outageStreaks = new HashSet<>();
    private Outcome.Failed lastTrouble;

    /**
     * An id whose failures may be its own or the server's.
     *
     * @param known whether it failed before other ids began to fail
     */
    record Parked(Attempt attempt, Outcome.Failed failed, boolean known, long at) {
        /** Returns the claim to the next attempt: an id that failed before is spared this failure only. */
        Claim next() {
            Claim claim = attempt.claim();
            return known
                    ? claim.afterSpared(attempt.failed(failed))
                    : claim.after(attempt.failed(failed)).forgiven();
        }
    }

    /** What becomes of an id whose attempt failed. */
    enum Decision {
        /** The failure counts as one of its attempts. */
        COUNTS,
        /** The id is tried again, as if this attempt had not been made. */
        SPARED,
        /** The id waits for the next success of another. */
        PARKED,
        /** The run is to stop. */
        GIVE_UP
    }

    OutageControl(CircuitBreaker breaker, WorkQueue queue, PoolSizer sizer, EventQueue events) {
        this.breaker = breaker;
        this.queue = queue;
        this.sizer = sizer;
        this.events = events;
    }

    /**
     * Records a failure that may be the server's.
     *
     * @param isLast whether the id has no further attempts if this one counts
     * @param left how many ids have not ended yet
     */
    Decision failed(Attempt attempt, Outcome.Failed failed, boolean isLast, long now, int left) {
        boolean wasOpen = breaker.isOpen();
        // It failed, others succeeded, and it failed again.
        boolean known = attempt.claim().hasFailedBefore(breaker.streak());
        Verdict verdict = breaker.failed(known, attempt.beginNanos(), now, left);
        lastTrouble = failed;
        if (verdict instanceof Verdict.Counts) {
            queue.holdBackFresh(breaker.hasEnoughFailures());
            // While other ids fail, another outage may begin just now.
            boolean unclear = !known || breaker.isFailing();
            if (!isLast || !unclear) {
                return Decision.COUNTS;
            }
            parked.add(new Parked(attempt, failed, known, now));
            queue.park(attempt.worker());
            return Decision.PARKED;
        }
        return follow(verdict, failed, wasOpen, left);
    }

    /**
     * Opens the breaker when no attempt is left that could show the state of the server. To be called after each
     * attempt. Returns the failure for which the run is to stop, if it is.
     */
    Optional<Outcome.Failed> unstick(long now, int left) {
        boolean givesUp =
                queue.isStuck() && follow(breaker.openStuck(now, left), lastTrouble, false, left) == Decision.GIVE_UP;
        return givesUp ? Optional.of(lastTrouble) : Optional.empty();
    }

    private Decision follow(Verdict verdict, Outcome.Failed failed, boolean wasOpen, int left) {
        if (verdict instanceof Verdict.Hold hold) {
            // Before any answer, ids that failed already show nothing new.
            queue.hold(hold.pause(), !breaker.everAnswered());
            sizer.held(hold.pause());
            parked.forEach(this::tryAgain);
            parked.clear();
            outageStreaks.add(breaker.streak());
            if (!wasOpen) {
                Duration patience = breaker.patience(left);
                events.add(to -> to.outage(failed.reason(), patience));
            }
        }
        return verdict instanceof Verdict.GiveUp ? Decision.GIVE_UP : Decision.SPARED;
    }

    private void tryAgain(Parked each) {
        queue.unpark(each.attempt.worker());
        queue.requeue(each.attempt.worker(), each.next(), Duration.ZERO);
    }

    /** Records a proper answer. Returns the parked ids now known to have failed by themselves, which are under way. */
    List<Parked> answered(Attempt attempt, long now) {
        Duration trouble = breaker.trouble(now);
        int streak = breaker.streak();
        if (breaker.answered(attempt.beginNanos(), now)) {
            queue.resume();
            events.add(to -> to.recovered(trouble));
        }
        if (breaker.streak() == streak) {
            return List.of();
        }
        queue.holdBackFresh(false);
        List<Parked> own = new ArrayList<>();
        for (Parked each : parked) {
            // With a limit of one attempt there is no second one, unless there was an outage.
            boolean only = each.attempt.claim().counted() == 0;
            if (only || attempt.beginNanos() - each.at < 0) {
                queue.unpark(each.attempt.worker());
                own.add(each);
            } else {
                tryAgain(each);
            }
        }
        parked.clear();
        return own;
    }

    /** Returns an attempt whose claim is free of failures that an outage explains. */
    Attempt excused(Attempt attempt) {
        boolean excused = outageStreaks.contains(attempt.claim().streak());
        return excused && !breaker.isOpen() ? attempt.with(attempt.claim().forgiven()) : attempt;
    }

    /** Records an attempt that shows nothing about the server. */
    void unclear() {
        queue.probeAgain();
    }

    /** Returns the parked ids, for the account of a run that stopped. */
    List<Parked> parked() {
        return List.copyOf(parked);
    }

    int streak() {
        return breaker.streak();
    }

    boolean everAnswered() {
        return breaker.everAnswered();
    }
}
