package pokemon.experiment.chart;

import java.util.List;

/**
 * Series over common axes.
 *
 * @param title the question that it answers
 * @param subtitle how its values were measured
 */
public record Panel(String title, String subtitle, Axis x, Axis y, List<Series> series) {
    /** Returns whether the values are bars, side by side for each category. */
    public boolean isBars() {
        return x.scale() == Axis.Scale.CATEGORIES;
    }
}
