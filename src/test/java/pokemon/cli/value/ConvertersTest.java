package pokemon.cli.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.WorkerKind;

final class ConvertersTest {
    private static void assertRefused(ITypeConverter<?> converter, String... texts) {
        for (String text : texts) {
            String start = "'" + text + "' is ";
            TypeConversionException e =
                    assertThrows(TypeConversionException.class, () -> converter.convert(text), text);
            assertEquals(start, e.getMessage().substring(0, start.length()));
        }
    }

    @Test
    void refuseWhatTheyDoNotTake() {
        assertRefused(
                new Converters.Positive(),
                "0",
                "+5",
                "-5",
                "\u0663",
                "\uff15",
                "1.0",
                "1e3",
                "0x1",
                "",
                " 1",
                "1\n",
                "2147483648");
        assertRefused(new Converters.WorkerNumber(), "0", "-1", "many", "", "automatic", "auto ");
        assertRefused(new Converters.Kind(), "M", "", "TP", "threads");
        assertRefused(
                new Converters.Range(),
                "",
                "7",
                "7-",
                "-7",
                "0-7",
                "8-7",
                "1 - 2",
                "1-+2",
                "1-\u0663",
                "1-10000000000");
        assertRefused(
                new Converters.DurationConverter(),
                "",
                "s",
                "-1s",
                "+1s",
                "1d",
                "1 s",
                ".5s",
                "1.s",
                "1S",
                "\u0663s",
                "NaN",
                "PT1S");
        assertRefused(new Converters.Bandwidth(), "", "fast", "-1", "2 Mbit/s", "2MB/h", "MB/s", "2TB/s", "\u0663MB/s");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "898, 898", "007, 7", "2147483647, 2147483647"})
    void readsWholeNumbers(String text, int value) {
        assertEquals(value, new Converters.Positive().convert(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "AUTO", "Auto"})
    void readsTheWordAutoAsNoFixedNumber(String text) {
        assertEquals(OptionalInt.empty(), new Converters.WorkerNumber().convert(text));
    }

    @Test
    void readsAFixedNumberOfWorkers() {
        assertEquals(OptionalInt.of(8), new Converters.WorkerNumber().convert("8"));
    }

    @ParameterizedTest
    @CsvSource({"T, THREADS", "t, THREADS", "P, PROCESSES", "p, PROCESSES"})
    void readsTheKindOfWorkers(String text, WorkerKind kind) {
        assertEquals(kind, new Converters.Kind().convert(text));
    }

    @Test
    void readsRanges() {
        assertEquals(new IdRange(1, 898), new Converters.Range().convert("1-898"));
        assertEquals(new IdRange(7, 7), new Converters.Range().convert("007-7"));
    }

    @ParameterizedTest
    @CsvSource({"80ms, PT0.08S", "1.5s, PT1.5S", "2m, PT2M", "1h, PT1H", "30, PT30S", "0, PT0S", "0.5ms, PT0.0005S"})
    void readsDurations(String text, Duration duration) {
        assertEquals(duration, new Converters.DurationConverter().convert(text));
    }

    @Test
    void refusesNoTimeWhereTimeIsNeeded() {
        assertRefused(new Converters.PositiveDurationConverter(), "0s");
        assertRefused(new Converters.PositiveDurationConverter(), "0.0000001ms");
        assertEquals(Duration.ofNanos(1), new Converters.PositiveDurationConverter().convert("0.000001ms"));
    }

    @ParameterizedTest
    @CsvSource({"2MB/s, 2000000", "1.5MB/s, 1500000", "500kB/s, 500000", "1g, 1000000000", "10 mb, 10000000", "640, 640"
    })
    void readsBandwidths(String text, long bytesPerSecond) {
        assertEquals(bytesPerSecond, new Converters.Bandwidth().convert(text));
    }

    private static List<Integer> counts(String text) {
        return new Converters.Workers().convert(text).values();
    }

    @Test
    void readsNumbersOfWorkersAsRangesAndLists() {
        assertEquals(List.of(1, 2, 3, 4), counts("1..4"));
        assertEquals(List.of(1, 2, 4), counts("4,1,2,1"));
        assertEquals(List.of(1, 2, 3, 8, 16), counts("1..3,8,16"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "4..2", "1..", "..4", "1,,2", "-1", "1...3", "a", "12345"})
    void refusesWhatIsNoListOfNumbersOfWorkers(String text) {
        assertThrows(TypeConversionException.class, () -> counts(text));
    }
}
