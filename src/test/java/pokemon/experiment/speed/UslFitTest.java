package pokemon.experiment.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.experiment.statistics.Bootstrap;

final class UslFitTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(300, 7);

    private static List<UslCurve.Point> points(int max, int runs, double noise, IntToDoubleFunction law) {
        Random random = new Random(42);
        List<UslCurve.Point> points = new ArrayList<>();
        for (int n = 1; n <= max; n++) {
            for (int run = 0; run < runs; run++) {
                double time = 1 + noise * random.nextGaussian();
                points.add(new UslCurve.Point(n, law.applyAsDouble(n) / time));
            }
        }
        return points;
    }

    private static UslFit fitted(List<UslCurve.Point> points) {
        return assertInstanceOf(UslFit.FitResult.Fitted.class, UslFit.of(points, BOOTSTRAP))
                .fit();
    }

    private static String sentence(List<UslCurve.Point> points) {
        return String.join(" ", new UslFit.FitResult.Fitted(fitted(points)).sentences("threads"));
    }

    private static boolean contains(Bootstrap.Interval interval, double value) {
        return interval.low() <= value && value <= interval.high();
    }

    private static String refused(List<UslCurve.Point> points) {
        return assertInstanceOf(UslFit.FitResult.Refused.class, UslFit.of(points, BOOTSTRAP))
                .reason();
    }

    @ParameterizedTest
    @CsvSource({"995.6, 0.02671, 0.000769", "30, 0.2, 0.01", "30, 0.5, 0", "30, 0, 0.01", "30, 0, 0"})
    void recoversCoefficientsWithoutNoiseExactly(double lambda, double sigma, double kappa) {
        UslCurve law = new UslCurve(lambda, sigma, kappa);
        UslCurve found = UslCurve.fit(points(14, 1, 0, law::at));
        assertEquals(lambda, found.lambda(), lambda * 1e-9);
        assertEquals(sigma, found.sigma(), 1e-9);
        assertEquals(kappa, found.kappa(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"30, 0.2, 0.01", "30, 0.05, 0.003", "500, 0.4, 0.02"})
    void recoversCoefficientsUnderNoiseWithinItsIntervals(double lambda, double sigma, double kappa) {
        UslFit fit = fitted(points(14, 3, 0.03, new UslCurve(lambda, sigma, kappa)::at));
        assertTrue(contains(fit.sigma(), sigma), fit::toString);
        assertTrue(contains(fit.kappa(), kappa), fit::toString);
        assertEquals(lambda, fit.curve().lambda(), lambda * 0.1);
        assertTrue(fit.sigma().high() - fit.sigma().low() < 0.25, "narrow enough to say something: " + fit);
    }

    @Test
    void coefficientsAreNeverNegative() {
        // Faster than linear, which the law without bounds explains by negative contention.
        UslCurve curve = UslCurve.fit(points(14, 1, 0, n -> 10 * Math.pow(n, 1.1)));
        assertEquals(0, curve.sigma());
        assertEquals(0, curve.kappa());
    }

    @Test
    void fivePointsAreTooFew() {
        assertEquals(
                "it takes 6 different numbers of workers; measured: 5",
                refused(points(5, 10, 0, new UslCurve(30, 0.1, 0.01)::at)));
    }

    @Test
    void runsThatSpreadTooWidelyAreRefusedForThat() {
        Random random = new Random(1);
        String reason = refused(points(14, 3, 0, n -> 50 + 30 * random.nextDouble()));
        assertTrue(reason.startsWith("the runs spread too widely to tell"), reason);
    }

    @Test
    void meansThatNoLawDescribesAreRefusedForThat() {
        String reason = refused(points(14, 3, 0.01, n -> n % 2 == 0 ? 10 : 40));
        assertTrue(reason.startsWith("it does not describe the data; it explains R² = "), reason);
        assertTrue(reason.endsWith("lack-of-fit test: p < 0.001"), reason);
    }

    @Test
    void aFitThatTheMeansMissIsSaidToBeMissed() {
        // A bump that three runs with little spread show, though R² is high.
        List<UslCurve.Point> points = points(14, 3, 0.001, n -> 30 * n / (1 + 0.1 * (n - 1)) * (n == 7 ? 1.08 : 1));
        assertTrue(sentence(points).contains("farther from it than their spread explains"), sentence(points));
        List<UslCurve.Point> good = points(14, 3, 0.01, new UslCurve(30, 0.1, 0.01)::at);
        assertFalse(sentence(good).contains("farther from it"), sentence(good));
    }

    @Test
    void aCoefficientWhoseIntervalHoldsZeroIsNotEstablished() {
        List<UslCurve.Point> linear = points(14, 3, 0.02, new UslCurve(30, 0, 0.002)::at);
        assertTrue(
                sentence(linear).contains("The interval of σ holds 0, so that it is not established."),
                sentence(linear));
        List<UslCurve.Point> both = points(14, 3, 0.01, new UslCurve(30, 0.1, 0.01)::at);
        assertFalse(sentence(both).contains("established"), sentence(both));
    }

    @Test
    void amdahlsLawNamesItsLimitWhereItFits() {
        List<UslCurve.Point> limited = points(14, 3, 0.01, new UslCurve(30, 0.1, 0)::at);
        assertTrue(sentence(limited).contains("any number of them is at most 1/σ = 10."), sentence(limited));
        List<UslCurve.Point> falling = points(14, 3, 0.01, new UslCurve(30, 0.1, 0.1)::at);
        assertTrue(
                sentence(falling).contains("Amdahl's law, X(n) = λn / (1 + σ(n − 1)), does not describe the threads"),
                sentence(falling));
    }

    @Test
    void aJumpOrGrowthAboveLinearIsRefused() {
        assertTrue(refused(points(14, 3, 0.01, n -> n < 8 ? 10 : 100)).contains("R²"));
        assertTrue(refused(points(14, 1, 0, n -> Math.pow(n, 3))).contains("R²"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.1, 0.02, throughput is highest near 7 workers [",
        "0.01, 0.1, 0.0025, no peak up to the 14 workers measured; continued",
        "0.001, 0.05, 0.0002, no peak at or near the 14 workers measured"
    })
    void aPeakIsAFactWhereMeasuredAndAGuessJustOutside(double noise, double sigma, double kappa, String words) {
        String sentence = sentence(points(14, 3, noise, new UslCurve(30, sigma, kappa)::at));
        assertTrue(sentence.contains(words), sentence);
    }
}
