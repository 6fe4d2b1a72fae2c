package pokemon.png.chunk;

import java.util.ArrayList;
import java.util.List;

/** Decides about the faults of an image that cannot reach its pixels, and keeps account of those it forgives. */
public final class Tolerance {
    /** An image may have a fault for each twelve of its bytes. */
    private static final int MOST_NAMED = 5;

    private final Checks checks;
    private final List<String> named = new ArrayList<>();
    private int more;

    public Tolerance(Checks checks) {
        this.checks = checks;
    }

    /**
     * Forgives a fault.
     *
     * @throws BadImageException when the checks are strict, which is the fault itself
     */
    public void forgive(BadImageException fault) throws BadImageException {
        if (checks == Checks.STRICT) {
            throw fault;
        }
        if (named.size() < MOST_NAMED) {
            named.add(fault.getMessage());
        } else {
            more++;
        }
    }

    /** Returns what was forgiven, a clause for each of the first faults and one for the number of the others. */
    public List<String> forgiven() {
        List<String> clauses = new ArrayList<>(named);
        if (more > 0) {
            clauses.add(more + " more");
        }
        return List.copyOf(clauses);
    }
}
