package pokemon.experiment.race;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Summary;

/** The bar charts: a bar for each strategy. */
final class RaceCharts {
    private RaceCharts() {}

    /** Returns all bar charts. To add one, add it here. */
    static List<Picture> pictures(RaceSettings settings, List<RaceResult> results) {
        String what = Figures.text("%d workers, %,d ids", settings.workers(), settings.last());
        return List.of(
                bars(
                        "twice",
                        "Share of the ids that were drawn more than once, mean of the repeats.",
                        Charts.bars("Ids drawn more than once: " + what, "how ids are drawn", "share of the ids [%]"),
                        results,
                        draws -> 100.0 * draws.twice() / draws.last()),
                bars(
                        "time",
                        "Wall time divided by the number of draws, mean of the repeats.",
                        Charts.bars("Time for one draw: " + what, "how ids are drawn", "wall time / draws [ns]"),
                        results,
                        Draws::nanosPerDraw));
    }

    private static Picture bars(
            String name, String caption, CategoryChart chart, List<RaceResult> results, ToDoubleFunction<Draws> value) {
        List<Summary> summaries =
                results.stream().map(result -> result.summary(value)).toList();
        Charts.measured(
                chart,
                "mean and standard deviation",
                results.stream().map(RaceResult::label).toList(),
                summaries.stream().map(Summary::mean).toList(),
                summaries.stream().map(Summary::stddev).toList());
        chart.getStyler().setAvailableSpaceFill(0.4);
        return Charts.picture(name, caption, chart);
    }
}
