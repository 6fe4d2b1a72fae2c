package pokemon.png.chunk;

/** How strictly a PNG image is checked. Either way, faults that can reach its pixels are refused. */
public enum Checks {
    /** Forgives what cannot reach the pixels, as browsers do. Such faults are left out of what is written. */
    LENIENT,
    /** Refuses every fault. */
    STRICT
}
