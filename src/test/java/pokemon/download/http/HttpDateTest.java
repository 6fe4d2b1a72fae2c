package pokemon.download.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    @ParameterizedTest
    @CsvSource({
        "1994-11-06T08:49:37Z, 'Sun, 06 Nov 1994 08:49:37 GMT'",
        "2024-02-29T00:00:00Z, 'Thu, 29 Feb 2024 00:00:00 GMT'",
        "1970-01-01T00:00:00Z, 'Thu, 01 Jan 1970 00:00:00 GMT'"
    })
    void writesAndReadsTheFormOfServers(Instant time, String text) {
        assertEquals(text, HttpDate.format(time));
        assertEquals(Optional.of(time), HttpDate.parse(text));
    }

    @Test
    void readsEachDayOfAYearAsItWasWritten() {
        for (int day = 0; day < 366; day++) {
            Instant time = Instant.parse("2024-01-01T23:59:58Z").plus(day, ChronoUnit.DAYS);
            assertEquals(Optional.of(time), HttpDate.parse(HttpDate.format(time)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 +0000",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun, 06-Nov-1994 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994"
            })
    void readsWhatOtherServersSend(String text) {
        assertEquals(Optional.of(Instant.parse("1994-11-06T08:49:37Z")), HttpDate.parse(text));
    }

    @Test
    void readsAYearOfTwoDigitsAsOneUpTo50YearsAhead() {
        int year = LocalDate.now(ZoneOffset.UTC).getYear();
        for (int ahead : new int[] {-49, 0, 50}) {
            String text = String.format(Locale.ROOT, "Friday, 01-Mar-%02d 00:00:00 GMT", (year + ahead) % 100);
            assertEquals(Optional.of(Instant.parse(year + ahead + "-03-01T00:00:00Z")), HttpDate.parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Sunday, 31-Feb-94 08:49:37 GMT",
                "Sun Nov 31 08:49:37 1994",
                "Sun, 06 nov 1994 08:49:37 GMT",
                "Sun, +6 Nov 1994 08:49:37 GMT",
                "Sun, \u0660\u0666 Nov 1994 08:49:37 GMT",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 25:49:37 GMT"
            })
    void ignoresAMalformedDate(String text) {
        assertEquals(Optional.empty(), HttpDate.parse(text));
    }
}
