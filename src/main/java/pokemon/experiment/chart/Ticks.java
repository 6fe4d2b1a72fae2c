package pokemon.experiment.chart;

import java.util.ArrayList;
import java.util.List;

/** Where axes of equal factors are labelled. */
final class Ticks {
    /** More labels than this on one axis are hard to read. */
    private static final int MAX = 9;

    private Ticks() {}

    /**
     * Returns the labelled values of an axis.
     *
     * @param low more than 0
     * @param high more than {@code low}
     */
    static List<Double> of(Axis.Scale scale, double low, double high) {
        if (scale == Axis.Scale.LOG2) {
            return powers(2, low, high);
        }
        List<Double> fine = new ArrayList<>();
        for (int exponent = exponent(10, low); exponent <= exponent(10, high); exponent++) {
            for (int factor : new int[] {1, 2, 5}) {
                double value = exponent < 0 ? factor / Math.pow(10, -exponent) : factor * Math.pow(10, exponent);
                if (value >= low && value <= high) {
                    fine.add(value);
                }
            }
        }
        return fine.size() <= MAX ? fine : powers(10, low, high);
    }

    private static int exponent(int base, double value) {
        return (int) Math.floor(Math.log(value) / Math.log(base));
    }

    private static List<Double> powers(int base, double low, double high) {
        int first = exponent(base, low);
        int last = exponent(base, high);
        int step = (last - first) / MAX + 1;
        List<Double> powers = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += step) {
            double value = exponent < 0 ? 1 / Math.pow(base, -exponent) : Math.pow(base, exponent);
            if (value >= low && value <= high) {
                powers.add(value);
            }
        }
        return powers;
    }
}
