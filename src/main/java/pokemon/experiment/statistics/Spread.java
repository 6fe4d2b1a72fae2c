package pokemon.experiment.statistics;

/** Whether two means differ by more than their spread explains. */
public final class Spread {
    private Spread() {}

    /** Returns whether the means are more than two standard errors of their difference apart. */
    public static boolean apart(Summary a, Summary b) {
        double error = Math.sqrt(squaredError(a) + squaredError(b));
        // One run each says nothing about the spread, then everything is taken as it is.
        return Double.isNaN(error) || Math.abs(a.mean() - b.mean()) > 2 * error;
    }

    private static double squaredError(Summary summary) {
        return summary.stddev() * summary.stddev() / summary.samples().size();
    }
}
