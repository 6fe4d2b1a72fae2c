package pokemon.schedule;

import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;
import pokemon.download.trace.Phases;
import pokemon.schedule.run.IdResult.FailedAttempt;

/**
 * One attempt of a worker at an id. All times are nanoseconds of one clock.
 *
 * @param claim the claim to the id
 * @param worker the number of the worker, from 0
 * @param askedNanos when the worker asked for an id
 * @param beginNanos when the attempt began
 * @param nanos how long it took, 0 while it runs
 * @param trace takes what happens in it
 */
record Attempt(Claim claim, int worker, long askedNanos, long beginNanos, long nanos, AttemptTrace trace) {
    Attempt endedAt(long now) {
        return new Attempt(claim, worker, askedNanos, beginNanos, now - beginNanos, trace);
    }

    Attempt with(Claim other) {
        return new Attempt(other, worker, askedNanos, beginNanos, nanos, trace);
    }

    /** Returns the phases of this attempt. */
    Phases phases() {
        return new Phases(beginNanos - askedNanos, trace);
    }

    /** Returns this attempt as one that failed; its times stay those of the clock. */
    FailedAttempt failed(Outcome.Failed outcome) {
        return new FailedAttempt(worker, beginNanos, nanos, outcome, phases());
    }
}
