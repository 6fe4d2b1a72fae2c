package pokemon.experiment.report;

/** Decides what limits a measured run: the processors or waiting. */
public final class Bound {
    /** The share of the processors from which on they are the limit. */
    private static final double FULL = 0.8;

    /** The share of the processors up to which waiting is the limit. */
    private static final double FREE = 0.5;

    private Bound() {}

    /**
     * Returns a clause that follows "it is".
     *
     * @param share CPU time divided by wall time and by the processors that could be used
     * @param seconds the wall time
     * @param disturbed whether other programs used the processors, which a share does not distinguish from waiting
     */
    public static String verdict(double share, double seconds, boolean disturbed) {
        if (disturbed) {
            return "unknown what bounds it, since other programs used the processors";
        }
        if (Warnings.isShort(seconds)) {
            return "too short to tell what bounds it";
        }
        if (share >= FULL) {
            return "CPU-bound";
        }
        return share <= FREE ? "I/O-bound" : "bound by neither computing nor waiting alone";
    }
}
