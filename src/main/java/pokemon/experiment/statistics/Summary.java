package pokemon.experiment.statistics;

import java.util.List;

/**
 * Some measurements of the same thing, summed up.
 *
 * @param samples the measurements in the order they were made, at least one
 * @param mean arithmetic mean
 * @param stddev sample standard deviation (divided by n - 1), NaN when there is just one measurement
 * @param median the middle one, or the mean of the two in the middle
 * @param min the least
 * @param max the greatest
 */
public record Summary(List<Double> samples, double mean, double stddev, double median, double min, double max) {
    /**
     * Sums up.
     *
     * @throws IllegalArgumentException when there is no measurement
     */
    public static Summary of(List<Double> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no measurement");
        }
        double[] sorted =
                samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        double mean =
                samples.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = samples.stream()
                .mapToDouble(sample -> (sample - mean) * (sample - mean))
                .sum();
        return new Summary(
                List.copyOf(samples),
                mean,
                n == 1 ? Double.NaN : Math.sqrt(squares / (n - 1)),
                (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
                sorted[0],
                sorted[n - 1]);
    }

    /** Returns the standard deviation as a share of the mean, 0 when there is just one measurement. */
    public double relativeSpread() {
        return Double.isNaN(stddev) || mean == 0 ? 0 : stddev / mean;
    }
}
