package pokemon.download.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes and reads dates as they stand in headers (RFC 9110, 5.6.7). */
final class HttpDate {
    // Always GMT and two-digit days, which the JDK's own RFC 1123 formatter does not write.
    private static final DateTimeFormatter WRITTEN = formatter("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

    /** Some servers write a day of one digit, no seconds or an offset. The weekday follows from the rest. */
    private static final DateTimeFormatter READ = formatter("d MMM uuuu HH:mm[:ss] ['GMT'][XX]");

    private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3,9},? +");

    /** {@code Sun Nov 6 08:49:37 1994}, with a blank in place of a first digit. */
    private static final String ASCTIME = "MMM ppd HH:mm:ss uuuu";

    private HttpDate() {}

    private static DateTimeFormatter formatter(String pattern) {
        return strict(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. No year of two digits is more than 50 years ahead. */
    private static DateTimeFormatter rfc850() {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusYears(49);
        return strict(new DateTimeFormatterBuilder()
                .appendPattern("dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 4, first)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ROOT));
    }

    private static DateTimeFormatter strict(DateTimeFormatter formatter) {
        return formatter.withResolverStyle(ResolverStyle.STRICT).withZone(ZoneOffset.UTC);
    }

    static String format(Instant time) {
        return WRITTEN.format(time);
    }

    /** Reads a date in any of the three forms of HTTP; a malformed one is as good as none. */
    static Optional<Instant> parse(String text) {
        String date = WEEKDAY.matcher(text).replaceFirst("");
        return parse(date, READ).or(() -> parse(date, rfc850())).or(() -> parse(date, formatter(ASCTIME)));
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter formatter) {
        try {
            return Optional.of(Instant.from(formatter.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
