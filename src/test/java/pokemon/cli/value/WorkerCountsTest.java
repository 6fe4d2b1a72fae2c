package pokemon.cli.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class WorkerCountsTest {
    private static List<Integer> counts(String text) {
        return new Converters.Workers().convert(text).values();
    }

    @Test
    void readsRangesAndLists() {
        assertEquals(List.of(1, 2, 3, 4), counts("1..4"));
        assertEquals(List.of(1, 2, 4), counts("4,1,2,1"));
        assertEquals(List.of(1, 2, 3, 8, 16), counts("1..3,8,16"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "4..2", "1..", "..4", "1,,2", "-1", "1...3", "a", "12345"})
    void refusesWhatIsNoNumberOfWorkers(String text) {
        assertThrows(TypeConversionException.class, () -> counts(text));
    }
}
