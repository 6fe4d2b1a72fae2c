package pokemon.experiment.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Bootstrap;

/**
 * The Universal Scalability Law fitted to measurements, when they allow it.
 *
 * @param curve the fitted curve
 * @param rSquared share of the variance of throughput that the curve explains, at most 1
 * @param sigma where the contention lies
 * @param kappa where the coherency lies
 * @param peak where the number of workers with the highest throughput lies; an end may be infinite
 * @param most the largest measured number of workers
 */
record UslFit(
        UslCurve curve,
        double rSquared,
        Bootstrap.Interval sigma,
        Bootstrap.Interval kappa,
        Bootstrap.Interval peak,
        int most) {
    /** Three coefficients need more than a handful of points to mean something. */
    static final int FEWEST_POINTS = 6;

    /** A curve that explains less than this is not a description of the data. */
    static final double LEAST_R_SQUARED = 0.9;

    private static final int COEFFICIENTS = 3;

    /** What came of a fit. */
    sealed interface FitResult {
        /** The law describes the measurements. */
        record Fitted(UslFit fit) implements FitResult {}

        /** It does not, or nobody could tell; the reason is a clause. */
        record Refused(String reason) implements FitResult {}
    }

    /** Fits the law to all measurements, several of them at the same number of workers where there are. */
    static FitResult of(List<UslCurve.Point> points, Bootstrap bootstrap) {
        long different =
                points.stream().mapToInt(UslCurve.Point::workers).distinct().count();
        if (different < FEWEST_POINTS) {
            return new FitResult.Refused(Figures.text(
                    "it takes %d different numbers of workers and there are %d", FEWEST_POINTS, different));
        }
        UslCurve curve = UslCurve.fit(points);
        double rSquared = rSquared(curve, points);
        if (!(rSquared >= LEAST_R_SQUARED)) {
            return new FitResult.Refused(Figures.text(
                    "it does not describe the data: R² is %.2f, and below %.1f it says nothing",
                    rSquared, LEAST_R_SQUARED));
        }
        return new FitResult.Fitted(withIntervals(curve, rSquared, points, bootstrap));
    }

    private static UslFit withIntervals(
            UslCurve curve, double rSquared, List<UslCurve.Point> points, Bootstrap bootstrap) {
        List<Double> errors = errors(curve, points);
        return new UslFit(
                curve,
                rSquared,
                bootstrap.interval(
                        random -> again(curve, points, errors, random).sigma()),
                bootstrap.interval(
                        random -> again(curve, points, errors, random).kappa()),
                bootstrap.interval(
                        random -> again(curve, points, errors, random).peak()),
                points.stream().mapToInt(UslCurve.Point::workers).max().orElseThrow());
    }

    /** Returns the relative errors in time, widened for the degrees of freedom that the curve has taken. */
    private static List<Double> errors(UslCurve curve, List<UslCurve.Point> points) {
        double widen = Math.sqrt((double) points.size() / (points.size() - COEFFICIENTS));
        return points.stream()
                .map(point -> widen * (curve.at(point.workers()) / point.throughput() - 1))
                .toList();
    }

    /** Fits anew to what might have been measured: the curve, with errors drawn from those that were seen. */
    private static UslCurve again(
            UslCurve curve, List<UslCurve.Point> points, List<Double> errors, RandomGenerator random) {
        List<UslCurve.Point> drawn = new ArrayList<>();
        for (UslCurve.Point point : points) {
            double error = Math.max(-0.9, errors.get(random.nextInt(errors.size())));
            drawn.add(new UslCurve.Point(point.workers(), curve.at(point.workers()) / (1 + error)));
        }
        return UslCurve.fit(drawn);
    }

    private static double rSquared(UslCurve curve, List<UslCurve.Point> points) {
        double mean = points.stream()
                .mapToDouble(UslCurve.Point::throughput)
                .average()
                .orElseThrow();
        double unexplained = points.stream()
                .mapToDouble(point -> square(point.throughput() - curve.at(point.workers())))
                .sum();
        double all = points.stream()
                .mapToDouble(point -> square(point.throughput() - mean))
                .sum();
        return all == 0 ? 0 : 1 - unexplained / all;
    }

    private static double square(double value) {
        return value * value;
    }

    /** Says what the fit means; a peak outside of what was measured is never stated as a fact. */
    String sentence() {
        return Figures.text(
                "contention σ = %.3f [%.3f, %.3f], coherency κ = %.4f [%.4f, %.4f], R² = %.3f; %s",
                curve.sigma(),
                sigma.low(),
                sigma.high(),
                curve.kappa(),
                kappa.low(),
                kappa.high(),
                rSquared,
                peakClause());
    }

    private String peakClause() {
        double best = curve.peak();
        if (best > 2.0 * most) {
            return Figures.text("no peak at or near the %d workers measured", most);
        }
        if (best > most) {
            return Figures.text(
                    "no peak up to the %d workers measured; continued, the curve would turn near %.0f, which nobody saw",
                    most, best);
        }
        String high = peak.high() > 2.0 * most ? "far beyond the measured" : Figures.text("%.0f", peak.high());
        return Figures.text("throughput is highest near %.0f workers [%.0f, %s]", best, peak.low(), high);
    }
}
