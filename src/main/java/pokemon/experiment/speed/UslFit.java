package pokemon.experiment.speed;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Bootstrap;
import pokemon.experiment.statistics.Summary;

/**
 * The Universal Scalability Law fitted to measurements.
 *
 * @param rSquared share of the variance of throughput that the curve explains, at most 1
 * @param peak confidence interval of the number of workers with the highest throughput; an end may be infinite
 */
record UslFit(
        UslCurve curve,
        double rSquared,
        Bootstrap.Interval sigma,
        Bootstrap.Interval kappa,
        Bootstrap.Interval peak,
        int max) {
    /** With fewer different numbers of workers, three coefficients fit almost any data. */
    static final int MIN_POINTS = 6;

    /** A curve that explains less does not describe the data. */
    static final double MIN_R_SQUARED = 0.9;

    private static final int COEFFICIENTS = 3;

    /** The outcome of a fit. */
    sealed interface FitResult {
        /** Returns the outcome in words, for workers such as "threads". */
        String sentence(String workers);

        /** The law describes the measurements. */
        record Fitted(UslFit fit) implements FitResult {
            @Override
            public String sentence(String workers) {
                return "The Universal Scalability Law fitted to the " + workers + " has " + fit.coefficients() + ".";
            }
        }

        /** There are too few measurements, or the law does not describe them; the reason is a clause. */
        record Refused(String reason) implements FitResult {
            @Override
            public String sentence(String workers) {
                return "No Universal Scalability Law is fitted to the " + workers + ": " + reason + ".";
            }
        }
    }

    /** Fits the law to all measurements; a number of workers may have several. */
    static FitResult of(List<UslCurve.Point> points, Bootstrap bootstrap) {
        long different =
                points.stream().mapToInt(UslCurve.Point::workers).distinct().count();
        if (different < MIN_POINTS) {
            return new FitResult.Refused(
                    Figures.text("it takes %d different numbers of workers and there are %d", MIN_POINTS, different));
        }
        UslCurve curve = UslCurve.fit(points);
        double rSquared = rSquared(curve, points);
        if (!(rSquared >= MIN_R_SQUARED)) {
            return new FitResult.Refused(Figures.text(
                    "it does not describe the data: R² is %.2f, and below %.1f it says nothing",
                    rSquared, MIN_R_SQUARED));
        }
        return new FitResult.Fitted(withIntervals(curve, rSquared, points, bootstrap));
    }

    private static UslFit withIntervals(
            UslCurve curve, double rSquared, List<UslCurve.Point> points, Bootstrap bootstrap) {
        List<Double> errors = errors(curve, points);
        Function<ToDoubleFunction<UslCurve>, Bootstrap.Interval> interval = coefficient ->
                bootstrap.interval(random -> coefficient.applyAsDouble(refit(curve, points, errors, random)));
        return new UslFit(
                curve,
                rSquared,
                interval.apply(UslCurve::sigma),
                interval.apply(UslCurve::kappa),
                interval.apply(UslCurve::peak),
                points.stream().mapToInt(UslCurve.Point::workers).max().orElseThrow());
    }

    /** Returns the relative errors in time, widened for the degrees of freedom that the curve takes. */
    private static List<Double> errors(UslCurve curve, List<UslCurve.Point> points) {
        double widen = Math.sqrt((double) points.size() / (points.size() - COEFFICIENTS));
        return points.stream()
                .map(point -> widen * (curve.at(point.workers()) / point.throughput() - 1))
                .toList();
    }

    /** Fits the law to the curve with errors drawn at random from the measured ones. */
    private static UslCurve refit(
            UslCurve curve, List<UslCurve.Point> points, List<Double> errors, RandomGenerator random) {
        return UslCurve.fit(points.stream()
                .map(point -> {
                    double error = Math.max(-0.9, errors.get(random.nextInt(errors.size())));
                    return new UslCurve.Point(point.workers(), curve.at(point.workers()) / (1 + error));
                })
                .toList());
    }

    private static double rSquared(UslCurve curve, List<UslCurve.Point> points) {
        double mean = Summary.of(points, UslCurve.Point::throughput).mean();
        double unexplained = points.stream()
                .mapToDouble(point -> Math.pow(point.throughput() - curve.at(point.workers()), 2))
                .sum();
        double all = points.stream()
                .mapToDouble(point -> Math.pow(point.throughput() - mean, 2))
                .sum();
        return all == 0 ? 0 : 1 - unexplained / all;
    }

    /** Returns the coefficients and the peak in words; a peak beyond the measured numbers is never stated as a fact. */
    private String coefficients() {
        return Figures.text(
                "contention σ = %.3f [%.3f, %.3f], coherency κ = %.4f [%.4f, %.4f], R² = %.3f; %s",
                curve.sigma(),
                sigma.low(),
                sigma.high(),
                curve.kappa(),
                kappa.low(),
                kappa.high(),
                rSquared,
                peakInWords());
    }

    private String peakInWords() {
        double best = curve.peak();
        if (best > 2.0 * max) {
            return Figures.text("no peak at or near the %d workers measured", max);
        }
        if (best > max) {
            return Figures.text(
                    "no peak up to the %d workers measured; continued, the curve would peak near %.0f, which was not measured",
                    max, best);
        }
        String high = peak.high() > 2.0 * max ? "far beyond the measured" : Figures.text("%.0f", peak.high());
        return Figures.text("throughput is highest near %.0f workers [%.0f, %s]", best, peak.low(), high);
    }
}
