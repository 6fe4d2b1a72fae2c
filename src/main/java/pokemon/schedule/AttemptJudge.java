package pokemon.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import pokemon.download.ExistingFilePolicy;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.policy.CircuitBreaker;
import pokemon.schedule.policy.WorkerDeathPolicy;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.StopReason;

/**
 * Decides what follows from an attempt: whether its id is settled or tried again, and whether the run stops. Part of
 * {@link RunState}.
 */
final class AttemptJudge {
    /** Systemic failures in a row that stop the run. */
    private static final int SYSTEMIC_FAILURES = 3;

    /** Images that are not there, from the first one on, that stop the run: its address is probably wrong. */
    private static final int MISSING_FROM_THE_START = 5;

    private final RunSettings settings;
    private final WorkQueue queue;
    private final RunRecorder recorder;
    private final PoolSizer sizer;
    private final EventQueue events;
    private final Ticker ticker;
    private final OutageControl outages;
    private final WorkerDeathPolicy deaths = new WorkerDeathPolicy();
    private Optional<String> lastDeath = Optional.empty();
    private int systemicFailures;
    private int missing;
    private boolean anythingThere;

    AttemptJudge(
            RunSettings settings,
            WorkQueue queue,
            RunRecorder recorder,
            PoolSizer sizer,
            EventQueue events,
            Ticker ticker) {
        this.settings = settings;
        this.queue = queue;
        this.recorder = recorder;
        this.sizer = sizer;
        this.events = events;
        this.ticker = ticker;
        this.outages = new OutageControl(
                new CircuitBreaker(settings.retry().giveUpAfter(), ticker.nanoTime()), queue, sizer, events);
    }

    /** Records a failed start of a child JVM, which has no id. */
    void startFailed(String reason, long now) {
        deaths.recordFailedStart(now);
        lastDeath = Optional.of(reason);
    }

    Optional<String> lastDeath() {
        return lastDeath;
    }

    /** Returns the ids whose last attempt failed while the state of the server was unknown. */
    List<OutageControl.Parked> undecided() {
        return outages.parked();
    }

    /** Settles the id of an attempt or requeues it. Returns why the run is to stop, if it is. */
    Optional<StopReason> judge(Attempt attempt, Outcome outcome) {
        return follow(attempt, outcome)
                .or(() -> outages.unstick(ticker.nanoTime(), recorder.left()).map(this::outage));
    }

    private Optional<StopReason> follow(Attempt attempt, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return judgeFailure(outages.excused(attempt), failed);
        }
        if (outcome instanceof Outcome.Skipped && settings.download().existing() == ExistingFilePolicy.KEEP) {
            outages.unclear();
        } else {
            answered(attempt);
        }
        anythingThere = true;
        if (outcome instanceof Outcome.Saved saved) {
            saved.warning().ifPresent(warning -> events.add(to -> to.warning(warning)));
        }
        end(attempt, outcome);
        return Optional.empty();
    }

    private Optional<StopReason> judgeFailure(Attempt attempt, Outcome.Failed failed) {
        FailureKind kind = failed.kind();
        if (kind.isServerTrouble()) {
            return judgeTrouble(attempt, failed);
        }
        switch (kind) {
            case WORKER_DIED -> {
                lastDeath = Optional.of(failed.reason());
                outages.unclear();
                endOrRetry(attempt, failed, deaths.recordDeath(attempt.claim().id(), ticker.nanoTime()), false);
            }
            case EXHAUSTED -> {
                outages.unclear();
                boolean counts = !sizer.ranShort(attempt);
                endOrRetry(attempt, failed, counts && isLast(attempt, failed), counts);
            }
            case NOT_FOUND -> {
                answered(attempt);
                end(attempt, failed);
                missing++;
                return stopIfNothingIsThere(attempt, failed);
            }
            case REFUSED, PROXY_LOGIN, DEFECT -> {
                outages.unclear();
                endOrRetry(attempt, failed, isLast(attempt, failed), true);
            }
            default -> {
                answered(attempt);
                endOrRetry(attempt, failed, isLast(attempt, failed), true);
            }
        }
        return stopIfSystemic(failed);
    }

    private Optional<StopReason> judgeTrouble(Attempt attempt, Outcome.Failed failed) {
        boolean last = isLast(attempt, failed);
        switch (outages.failed(attempt, failed, last, ticker.nanoTime(), recorder.left())) {
            case COUNTS -> endOrRetry(attempt, failed, last, true);
            case SPARED -> retry(attempt, failed, Duration.ZERO, false);
            case PARKED -> {
                // The next success decides.
            }
            case GIVE_UP -> {
                retry(attempt, failed, Duration.ZERO, false);
                return Optional.of(outage(failed));
            }
        }
        return Optional.empty();
    }

    private StopReason outage(Outcome.Failed failed) {
        StopReason.Cause cause = outages.everAnswered() ? StopReason.Cause.OUTAGE : StopReason.Cause.ALL_FAIL_ALIKE;
        return new StopReason(cause, failed.reason(), Optional.of(failed.kind()));
    }

    private void answered(Attempt attempt) {
        outages.answered(attempt, ticker.nanoTime()).forEach(each -> end(each.attempt(), each.failed()));
    }

    private boolean isLast(Attempt attempt, Outcome.Failed failed) {
        return settings.retry()
                .isLast(attempt.claim().counted(), attempt.claim().last(), failed.kind());
    }

    private void endOrRetry(Attempt attempt, Outcome.Failed failed, boolean end, boolean counts) {
        if (end || queue.isClosed()) {
            end(attempt, twice(attempt, failed));
        } else {
            boolean died = failed.kind() == FailureKind.WORKER_DIED;
            // A new worker needs no pause.
            Duration delay = died
                    ? Duration.ZERO
                    : settings.retry().delay(attempt.claim().counted(), failed, ThreadLocalRandom.current());
            retry(attempt, failed, delay, counts);
        }
    }

    private static Outcome.Failed twice(Attempt attempt, Outcome.Failed failed) {
        boolean twice = failed.kind() == FailureKind.DAMAGED && attempt.claim().isAfter(FailureKind.DAMAGED);
        return twice ? new Outcome.Failed(failed.kind(), failed.reason() + "; it came damaged twice") : failed;
    }

    private void retry(Attempt attempt, Outcome.Failed failed, Duration delay, boolean counts) {
        Claim claim = attempt.claim();
        events.add(to -> to.retrying(claim.id(), claim.attempt(), failed.reason(), delay));
        Optional<Duration> pause = settings.retry().pause(failed);
        if (pause.isPresent()) {
            queue.pause(pause.get());
            events.add(to -> to.pausing(failed.reason(), pause.get()));
            sizer.paused(attempt, pause.get());
        }
        Claim next = counts ? claim.after(attempt.failed(failed)) : claim.afterSpared(attempt.failed(failed));
        boolean trouble = counts && failed.kind().isServerTrouble();
        queue.requeue(attempt.worker(), trouble ? next.failedIn(outages.streak()) : next, delay);
    }

    private void end(Attempt attempt, Outcome outcome) {
        recorder.settle(attempt, outcome);
        queue.settle(attempt.worker());
        sizer.ended(attempt, outcome, recorder.left());
        if (!(outcome instanceof Outcome.Failed failed) || !failed.kind().isSystemic()) {
            systemicFailures = 0;
        }
    }

    private Optional<StopReason> stopIfNothingIsThere(Attempt attempt, Outcome.Failed failed) {
        if (anythingThere || settings.keepGoing() || missing < MISSING_FROM_THE_START || recorder.left() == 0) {
            return Optional.empty();
        }
        String reason = "none of the first " + missing + " images is there: " + failed.reason() + " for "
                + settings.download().source().uri(attempt.claim().id());
        return Optional.of(allFailAlike(reason, failed));
    }

    private Optional<StopReason> stopIfSystemic(Outcome.Failed failed) {
        if (failed.kind().isSystemic()) {
            systemicFailures++;
        }
        return systemicFailures < Math.min(SYSTEMIC_FAILURES, settings.ids().size())
                ? Optional.empty()
                : Optional.of(allFailAlike(failed.reason(), failed));
    }

    private static StopReason allFailAlike(String reason, Outcome.Failed failed) {
        return new StopReason(StopReason.Cause.ALL_FAIL_ALIKE, reason, Optional.of(failed.kind()));
    }
}
