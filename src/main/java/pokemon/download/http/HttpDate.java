package pokemon.download.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes and reads dates as they stand in headers (RFC 9110, 5.6.7). */
final class HttpDate {
    // Always GMT and two-digit days, which the JDK's own RFC 1123 formatter does not write.
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String USUAL = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private HttpDate() {}

    static String format(Instant time) {
        return FORMAT.format(time);
    }

    /** Returns nothing for a date that nobody can read, which is as good as none. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(isUsual(text) ? parseUsual(text) : parseAny(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(String text) {
        return text.length() == USUAL.length() && text.endsWith(" GMT");
    }

    /**
     * Reads the one form that servers may send. Each image comes with such a date, and the JDK's parser, as long as it
     * is not compiled, takes a tenth of the time that an image takes without its pixels.
     */
    private static Instant parseUsual(String text) {
        // The weekday follows from the rest, and no month is number 0.
        int month = 1 + MONTHS.indexOf(text.substring(8, 11));
        return LocalDateTime.of(
                        number(text, 12, 16),
                        month,
                        number(text, 5, 7),
                        number(text, 17, 19),
                        number(text, 20, 22),
                        number(text, 23, 25))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int begin, int end) {
        int number = 0;
        for (int i = begin; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no number at " + begin + " of " + text);
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static Instant parseAny(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
