package pokemon.experiment.compare.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingTest {
    @Test
    void weakGivesEveryWorkerTheAmount() {
        assertEquals(7, Scaling.WEAK.items(7, 2, 3));
        assertEquals(21, Scaling.WEAK.total(7, 3));
    }

    @Test
    void strongSharesTheAmountWithoutLosingAnItem() {
        for (int workers = 1; workers <= 16; workers++) {
            int n = workers;
            int shared = IntStream.range(0, n)
                    .map(worker -> Scaling.STRONG.items(50, worker, n))
                    .sum();
            assertEquals(50, shared, n + " workers");
            assertEquals(50, Scaling.STRONG.total(50, n));
        }
    }
}
