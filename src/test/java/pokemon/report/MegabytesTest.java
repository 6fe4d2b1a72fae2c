package pokemon.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MegabytesTest {
    @ParameterizedTest
    @CsvSource({"0, 0.0", "49999, 0.0", "50001, 0.1", "2649999, 2.6", "2650001, 2.7", "123456789012, 123456.8"})
    @DefaultLocale("de-DE")
    void areMillionsOfBytesWithOneDecimalAndADot(long bytes, String megabytes) {
        assertEquals(megabytes, Megabytes.of(bytes));
    }
}
