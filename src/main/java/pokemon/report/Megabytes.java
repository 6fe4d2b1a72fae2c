package pokemon.report;

import java.util.Locale;

/** Sizes as they are shown: megabytes of 10<sup>6</sup> bytes with one decimal and a dot, whatever the locale. */
final class Megabytes {
    private Megabytes() {}

    static String of(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }
}
