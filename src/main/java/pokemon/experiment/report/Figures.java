package pokemon.experiment.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers stand in files and sentences, always with a dot. */
public final class Figures {
    /** More digits than any clock is good for. */
    private static final MathContext DIGITS = new MathContext(7);

    private Figures() {}

    /** Returns a number as files have it, the same in all of them: seven significant digits. */
    public static BigDecimal exact(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Returns a cell as files have it; a number that is not known is empty. */
    static String plain(Object cell, String unknown) {
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? exact(number).toPlainString() : unknown;
        }
        return cell == null ? unknown : cell.toString();
    }

    /** Returns a cell as people see it. */
    static String shown(Object cell, int decimals) {
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? String.format(Locale.ROOT, "%." + decimals + "f", number) : "-";
        }
        return cell.toString();
    }

    /** Formats a sentence. */
    public static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Returns a number of seconds with its unit, in milliseconds when that reads better. */
    public static String seconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "-";
        }
        double size = Math.abs(seconds);
        if (size >= 1) {
            return text("%.2f s", seconds);
        }
        return size >= 0.001
                ? text(size >= 0.1 ? "%.0f ms" : "%.1f ms", seconds * 1e3)
                : text("%.1f µs", seconds * 1e6);
    }
}
