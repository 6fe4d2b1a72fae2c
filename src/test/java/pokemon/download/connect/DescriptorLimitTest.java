package pokemon.download.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DescriptorLimitTest {
    @ParameterizedTest
    @CsvSource({"20, 1", "64, 16", "1024, 496", "unlimited, 2147483647", "1073741816, 2147483647"})
    void halfOfWhatTheJvmLeavesIsForIdleConnections(String limit, int connections) {
        String text = "Limit                     Soft Limit           Hard Limit           Units     \n"
                + "Max open files            %-20s 1048576              files     \n".formatted(limit);
        assertEquals(connections, DescriptorLimit.maxIdleConnections(text));
    }
}
