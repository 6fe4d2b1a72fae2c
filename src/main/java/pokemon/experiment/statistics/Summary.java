package pokemon.experiment.statistics;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Repeated measurements of one thing.
 *
 * @param samples the measurements in the order they were made, at least one
 * @param stddev sample standard deviation (divided by n - 1), NaN for a single measurement
 * @param median the middle one, or the mean of the two in the middle
 */
public record Summary(List<Double> samples, double mean, double stddev, double median, double min, double max) {
    /** The value of something that was not measured. */
    public static final Summary UNKNOWN = of(List.of(Double.NaN));

    /**
     * Summarises measurements.
     *
     * @throws IllegalArgumentException when there is none
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

    /** Summarises a value of some things, at least one. */
    public static <T> Summary of(Collection<T> things, ToDoubleFunction<? super T> value) {
        return of(things.stream().map(value::applyAsDouble).toList());
    }

    /** Returns the standard deviation as a share of the mean, 0 for a single measurement. */
    public double relativeSpread() {
        return Double.isNaN(stddev) || mean == 0 ? 0 : stddev / mean;
    }

    public Summary times(double factor) {
        return of(samples, sample -> sample * factor);
    }

    /** Returns the square of the standard error of the mean, NaN for a single measurement. */
    double squaredError() {
        return stddev * stddev / samples.size();
    }
}
