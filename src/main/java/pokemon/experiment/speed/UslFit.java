package pokemon.experiment.speed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pokemon.experiment.statistics.Bootstrap;
import pokemon.experiment.statistics.LackOfFit;
import pokemon.experiment.statistics.MeanTest;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Figures;

/**
 * The Universal Scalability Law fitted to measurements, and Amdahl's law beside it.
 *
 * @param rSquared share of the variance of throughput that the curve explains, at most 1
 * @param lackOfFit the probability that chance alone takes the means as far from the curve or farther, NaN when unknown
 * @param amdahl the best curve without coherency
 * @param peak confidence interval of the number of workers with the highest throughput; an end may be infinite
 */
record UslFit(
        UslCurve curve,
        double rSquared,
        double lackOfFit,
        UslCurve amdahl,
        double amdahlRSquared,
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
        List<String> sentences(String workers);

        /** The law describes the measurements. */
        record Fitted(UslFit fit) implements FitResult {
            @Override
            public List<String> sentences(String workers) {
                return List.of(fit.law(workers), fit.amdahl(workers));
            }
        }

        /** There are too few measurements, or the law does not describe them; the reason is a clause. */
        record Refused(String reason) implements FitResult {
            @Override
            public List<String> sentences(String workers) {
                return List.of("No Universal Scalability Law is fitted to the " + workers + ": " + reason + ".");
            }
        }
    }

    /** Fits the law to all measurements; a number of workers may have several. */
    static FitResult of(List<UslCurve.Point> points, Bootstrap bootstrap) {
        Map<Integer, List<UslCurve.Point>> groups =
                points.stream().collect(Collectors.groupingBy(UslCurve.Point::workers));
        if (groups.size() < MIN_POINTS) {
            return new FitResult.Refused(
                    Figures.text("it takes %d different numbers of workers; measured: %d", MIN_POINTS, groups.size()));
        }
        double reachable = reachable(points, groups.values());
        if (!(reachable >= MIN_R_SQUARED)) {
            return new FitResult.Refused(Figures.text(
                    "the runs spread too widely to tell; their means explain R² = %.2f of the variance, which no curve can"
                            + " exceed, and %.1f is required",
                    reachable, MIN_R_SQUARED));
        }
        UslCurve curve = UslCurve.fit(points);
        double rSquared = curve.rSquared(points);
        double lackOfFit = LackOfFit.pValue(
                        groups.values().stream()
                                .map(group ->
                                        Summary.of(group, point -> curve.at(point.workers()) / point.throughput()))
                                .toList(),
                        COEFFICIENTS)
                .orElse(Double.NaN);
        if (!(rSquared >= MIN_R_SQUARED)) {
            return new FitResult.Refused(Figures.text(
                    "it does not describe the data; it explains R² = %.2f of the variance, the means of the runs %.2f%s",
                    rSquared,
                    reachable,
                    Double.isNaN(lackOfFit) ? "" : "; lack-of-fit test: p " + probability(lackOfFit)));
        }
        return new FitResult.Fitted(withIntervals(curve, rSquared, lackOfFit, points, bootstrap));
    }

    /** Returns the share of the variance that the means of the numbers of workers explain: the most for any curve. */
    private static double reachable(List<UslCurve.Point> points, Collection<List<UslCurve.Point>> groups) {
        double all = LackOfFit.within(Summary.of(points, UslCurve.Point::throughput));
        double within = groups.stream()
                .mapToDouble(group -> LackOfFit.within(Summary.of(group, UslCurve.Point::throughput)))
                .sum();
        return all == 0 ? 0 : 1 - within / all;
    }

    private static String probability(double p) {
        return p < 0.001 ? "< 0.001" : Figures.text("= %.3f", p);
    }

    private static UslFit withIntervals(
            UslCurve curve, double rSquared, double lackOfFit, List<UslCurve.Point> points, Bootstrap bootstrap) {
        List<Double> errors = errors(curve, points);
        Function<ToDoubleFunction<UslCurve>, Bootstrap.Interval> interval = coefficient ->
                bootstrap.interval(random -> coefficient.applyAsDouble(refit(curve, points, errors, random)));
        UslCurve amdahl = UslCurve.fitAmdahl(points);
        return new UslFit(
                curve,
                rSquared,
                lackOfFit,
                amdahl,
                amdahl.rSquared(points),
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

    private String law(String workers) {
        String established = Stream.of(sigma.low() <= 0 ? "σ" : "", kappa.low() <= 0 ? "κ" : "")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" and of "));
        return Figures.text(
                "The Universal Scalability Law, X(n) = λn / (1 + σ(n − 1) + κn(n − 1)), fits the %s with R² = %.3f."
                        + " λ = %s images per second by one; σ = %.3f [%.3f, %.3f], the share of the work that they do one"
                        + " at a time; κ = %.4f [%.4f, %.4f], what each pair of them adds to the time of an image, as a share of one worker's; %s.%s%s",
                workers,
                rSquared,
                Figures.text(curve.lambda() < 10 ? "%.2f" : "%.1f", curve.lambda()),
                curve.sigma(),
                sigma.low(),
                sigma.high(),
                curve.kappa(),
                kappa.low(),
                kappa.high(),
                peakInWords(),
                established.isEmpty()
                        ? ""
                        : " The interval of " + established + " holds 0, so that it is not established.",
                lackOfFit < MeanTest.LEVEL
                        ? " The means of the runs are farther from it than their spread explains (lack-of-fit test: p "
                                + probability(lackOfFit) + ")."
                        : "");
    }

    private String amdahl(String workers) {
        if (!(amdahlRSquared >= MIN_R_SQUARED)) {
            return Figures.text(
                    "Amdahl's law, X(n) = λn / (1 + σ(n − 1)), does not describe the %s: R² = %.3f.",
                    workers, amdahlRSquared);
        }
        return Figures.text(
                "Amdahl's law, X(n) = λn / (1 + σ(n − 1)), fits the %s with R² = %.3f and σ = %.3f: %s.",
                workers,
                amdahlRSquared,
                amdahl.sigma(),
                amdahl.sigma() == 0
                        ? "no limit at any number of them"
                        : Figures.text(
                                "any number of them is at most 1/σ = %.1f times as fast as one", 1 / amdahl.sigma()));
    }

    /** Returns the peak in words; a peak beyond the measured numbers is never stated as a fact. */
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
