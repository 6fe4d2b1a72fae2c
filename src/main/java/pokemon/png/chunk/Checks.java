package pokemon.png.chunk;

/** How strictly a PNG image is checked. Faults that can reach its pixels are always refused. */
public enum Checks {
    /** Forgives faults that cannot reach the pixels, as browsers do. They are not in the file that is written. */
    LENIENT,
    /** Refuses every fault. */
    STRICT
}
