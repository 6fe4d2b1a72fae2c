package pokemon.mirror.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Writes and reads dates in the form of HTTP (RFC 9110 section 5.6.7). */
final class HttpDate {
    // Not RFC_1123_DATE_TIME, which writes a day below 10 with one digit.
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    static String format(Instant instant) {
        return FORMAT.format(instant);
    }

    /** Returns nothing for other text, which a server has to ignore (RFC 9110 section 13.1.3). */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(FORMAT.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
