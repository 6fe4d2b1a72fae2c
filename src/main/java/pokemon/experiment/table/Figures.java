package pokemon.experiment.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import pokemon.experiment.statistics.Ratio;

/** Formats numbers for files and sentences, with a decimal point in any locale. */
public final class Figures {
    /** More digits than any clock resolves. */
    private static final MathContext DIGITS = new MathContext(7);

    /** An interval that ends above this multiple of its value says nothing. */
    private static final double MEANINGLESS = 3;

    /** As many digits as a chart shows. */
    private static final MathContext BRIEF = new MathContext(4);

    private Figures() {}

    /** Returns a number rounded for files, to seven significant digits. */
    public static BigDecimal exact(double value) {
        return rounded(value, DIGITS);
    }

    /** Returns a number rounded for people, to four significant digits. */
    public static BigDecimal brief(double value) {
        return rounded(value, BRIEF);
    }

    private static BigDecimal rounded(double value, MathContext digits) {
        BigDecimal rounded = new BigDecimal(value).round(digits).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /**
     * Returns a cell for files.
     *
     * @param unknown stands for an unknown number and for nothing
     */
    public static String plain(Object cell, String unknown) {
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? exact(number).toPlainString() : unknown;
        }
        return cell == null ? unknown : cell.toString();
    }

    /** Returns a cell for people. */
    static String shown(Object cell, int decimals) {
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? String.format(Locale.ROOT, "%." + decimals + "f", number) : "-";
        }
        return cell instanceof Ordinal number ? number.shown() : cell.toString();
    }

    public static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Returns a time with its unit: s, ms or µs. */
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

    /** Returns a factor with three significant digits, such as "2.26" and "10.4". */
    public static String factor(double factor) {
        return text(factor >= 100 ? "%.0f" : factor >= 10 ? "%.1f" : "%.2f", factor);
    }

    /** Returns a ratio with its interval, such as "2.26 times as fast (95 % interval 1.91 to 2.67)". */
    public static String timesAsFast(Ratio ratio) {
        String interval;
        if (!ratio.isKnown()) {
            interval = "the spread of single runs is unknown";
        } else if (ratio.high() > MEANINGLESS * ratio.value()) {
            interval = "no interval: the runs are too few and too different";
        } else {
            interval = text("95 %% interval %s to %s", factor(ratio.low()), factor(ratio.high()))
                    + (ratio.mayBeEqual() ? ", so that chance may explain it" : "");
        }
        return text("%s times as fast (%s)", factor(ratio.value()), interval);
    }
}
