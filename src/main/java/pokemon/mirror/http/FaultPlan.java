package pokemon.mirror.http;

import java.util.Map;
import java.util.Optional;
import pokemon.mirror.contract.Fault;
import pokemon.mirror.image.HashRandom;

/**
 * Decides which request meets which fault.
 *
 * <p>The decision depends on seed, id and attempt only, so a run can be repeated whatever the order of its threads.
 *
 * @param rates the part of the requests that meets each fault, from 0 to 1
 */
public record FaultPlan(Map<Fault, Double> rates, long seed) {
    private static final long MISSING = -1;

    /** Every fourth request for an id is spared, so that a client with four attempts succeeds. */
    private static final int SPARED = 4;

    /** Returns whether the image of that id is missing, which never changes. */
    boolean missing(int id) {
        return HashRandom.unit(seed, id, MISSING) < rates.getOrDefault(Fault.NOT_FOUND, 0.0);
    }

    /** Returns the fault of a request for that id, if it meets one, after {@code attempt} earlier requests for it. */
    Optional<Fault> fault(int id, long attempt) {
        if (missing(id)) {
            return Optional.of(Fault.NOT_FOUND);
        }
        if (attempt % SPARED == SPARED - 1 && !isTotal()) {
            return Optional.empty();
        }
        double draw = HashRandom.unit(seed, id, attempt);
        double bound = 0;
        for (Fault fault : Fault.values()) {
            bound += fault == Fault.NOT_FOUND ? 0 : rates.getOrDefault(fault, 0.0);
            if (draw < bound) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns whether every request meets a fault, with the tolerance for rounding of
     * {@link pokemon.mirror.MirrorOptions}.
     */
    private boolean isTotal() {
        return rates.values().stream().mapToDouble(Double::doubleValue).sum() > 1 - 1e-9;
    }

    /** Returns another number from 0 to below 1 for that request, which decides the details of its fault. */
    double detail(int id, long attempt) {
        return HashRandom.unit(seed, id, attempt, 1);
    }
}
