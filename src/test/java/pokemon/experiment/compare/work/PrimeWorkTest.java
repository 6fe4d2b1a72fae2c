package pokemon.experiment.compare.work;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrimeWorkTest {
    @Test
    void countsThePrimes() {
        assertEquals(0, PrimeWork.primesBelow(2));
        assertEquals(4, PrimeWork.primesBelow(10));
        assertEquals(168, PrimeWork.primesBelow(1_000));
    }

    @Test
    void anItemPassesItsOwnCheck() {
        assertDoesNotThrow(() -> new PrimeWork().item(0, 0));
    }
}
