package pokemon.download.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Writes and reads dates as they stand in headers (RFC 9110, 5.6.7). */
final class HttpDate {
    // Always GMT and two-digit days, which the JDK's own RFC 1123 formatter does not write.
    private static final DateTimeFormatter WRITTEN = formatter("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

    /** Some servers write a day of one digit, no seconds or an offset. The weekday follows from the rest. */
    private static final DateTimeFormatter READ = formatter("d MMM uuuu HH:mm[:ss] ['GMT'][XX]");

    private HttpDate() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT)
                .withZone(ZoneOffset.UTC);
    }

    static String format(Instant time) {
        return WRITTEN.format(time);
    }

    /** Reads a date; a malformed one is as good as none. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(Instant.from(READ.parse(text.replaceFirst("^[A-Za-z]{3}, ", ""))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
