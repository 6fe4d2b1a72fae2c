package pokemon.experiment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AxisTest {
    private static Axis.Scale counts(Integer... workers) {
        return Axis.counts("number of workers", List.of(workers)).scale();
    }

    private static Series series(Double... means) {
        return Series.of("s", 0, Series.Kind.MEASURED, List.of(0, 1), i -> i, i -> means[i]);
    }

    private static Axis.Scale values(Series... series) {
        return Axis.values("time [s]", List.of(series)).scale();
    }

    @Test
    void workersThatDoubleAreEquallyFarApart() {
        assertEquals(Axis.Scale.LOG2, counts(1, 2, 4, 8));
        assertEquals(Axis.Scale.LOG2, counts(8, 2, 4, 2));
        assertEquals(Axis.Scale.WHOLE, counts(1, 2, 3, 4));
        assertEquals(Axis.Scale.WHOLE, counts(3, 6, 12));
        assertEquals(Axis.Scale.WHOLE, counts(1, 2));
        assertEquals(Axis.Scale.WHOLE, counts(4));
    }

    @Test
    void valuesFarApartAreOnAnAxisOfEqualFactors() {
        assertEquals(Axis.Scale.LOG10, values(series(1.0, 1.0), series(2.0, 11.0)));
        assertEquals(Axis.Scale.LINEAR, values(series(1.0, 1.0), series(2.0, 9.0)));
        assertEquals(Axis.Scale.LINEAR, values(series(1.0, 100.0), series(2.0, 200.0)));
        assertEquals(Axis.Scale.LINEAR, values(series(0.0, 1.0), series(2.0, 100.0)));
        assertEquals(Axis.Scale.LINEAR, values(series(Double.NaN, Double.NaN)));
    }

    @Test
    void equalFactorsAreLabelledAtPowersOfTwo() {
        assertEquals(List.of(1.0, 2.0, 4.0, 8.0), PanelAxes.ticks(Axis.Scale.LOG2, 0.87, 9.2));
        assertEquals(List.of(0.5, 1.0), PanelAxes.ticks(Axis.Scale.LOG2, 0.5, 1));
    }

    @Test
    void equalFactorsAreLabelledAtOneTwoAndFiveOrOnlyAtDecades() {
        assertEquals(List.of(0.05, 0.1, 0.2, 0.5, 1.0, 2.0), PanelAxes.ticks(Axis.Scale.LOG10, 0.03, 2.2));
        assertEquals(List.of(2.0), PanelAxes.ticks(Axis.Scale.LOG10, 1.2, 3));
        assertEquals(List.of(1.0, 10.0, 100.0, 1000.0, 10_000.0), PanelAxes.ticks(Axis.Scale.LOG10, 0.5, 20_000));
    }
}
