package pokemon.mirror;

import java.util.Map;
import java.util.Optional;

/**
 * Decides which fault befalls which request.
 *
 * <p>The decision is a function of seed, id and attempt alone, so a run can be repeated whatever its threads do.
 */
final class FaultPlan {
    private static final long MISSING = -1;

    private final Map<Fault, Double> rates;
    private final long seed;

    FaultPlan(Map<Fault, Double> rates, long seed) {
        this.rates = rates;
        this.seed = seed;
    }

    /** Returns whether the image of that id is missing, now and for ever. */
    boolean missing(int id) {
        return Mix.unit(seed, id, MISSING) < rates.getOrDefault(Fault.NOT_FOUND, 0.0);
    }

    /** Returns the fault of the request of that id that {@code attempt} others came before, if one befalls it. */
    Optional<Fault> fault(int id, long attempt) {
        if (missing(id)) {
            return Optional.of(Fault.NOT_FOUND);
        }
        double draw = Mix.unit(seed, id, attempt);
        double bound = 0;
        for (Fault fault : Fault.values()) {
            bound += fault == Fault.NOT_FOUND ? 0 : rates.getOrDefault(fault, 0.0);
            if (draw < bound) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Returns a second number from 0 to below 1 for that request, on which the details of its fault depend. */
    double detail(int id, long attempt) {
        return Mix.unit(seed, id, attempt, 1);
    }
}
