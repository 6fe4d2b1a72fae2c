package pokemon.png.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides about the faults of an image that cannot reach its pixels, and collects the forgiven ones. */
public final class Tolerance {
    /** The most faults that are named, since an image may have one for every twelve bytes. */
    private static final int MAX_NAMED = 5;

    private final Checks checks;
    private final List<String> named = new ArrayList<>();
    private int more;

    public Tolerance(Checks checks) {
        this.checks = checks;
    }

    /** Forgives a fault, or throws it when the checks are strict. */
    public void forgive(BadImageException fault) throws BadImageException {
        if (checks == Checks.STRICT) {
            throw fault;
        }
        if (named.size() < MAX_NAMED) {
            named.add(fault.getMessage());
        } else {
            more++;
        }
    }

    /** Returns the forgiven faults, if any: a clause for each of the first few, and the number of the others. */
    public Optional<String> forgiven() {
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.join("; ", named) + (more > 0 ? "; " + more + " more" : ""));
    }
}
