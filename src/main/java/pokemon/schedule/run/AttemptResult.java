package pokemon.schedule.run;

import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;

/**
 * One attempt at an id that came to an end.
 *
 * @param attempt which attempt at the id it was, from 1
 * @param worker the number of the worker, from 0
 * @param askedNanos when the worker asked for an id, in nanoseconds since the start of the run
 * @param beginNanos when the attempt began, in nanoseconds since the start of the run
 * @param nanos how long it took, in nanoseconds
 * @param outcome how it ended
 * @param trace what happened in it
 */
public record AttemptResult(
        int id,
        int attempt,
        int worker,
        long askedNanos,
        long beginNanos,
        long nanos,
        Outcome outcome,
        AttemptTrace trace) {}
