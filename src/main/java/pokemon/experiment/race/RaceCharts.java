package pokemon.experiment.race;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Summary;

/** The bars of a race. */
final class RaceCharts {
    private RaceCharts() {}

    static List<Picture> of(RaceSettings settings, Map<DrawStrategy, List<Draws>> draws) {
        String drawn = Figures.text("%d workers, %,d ids", settings.workers(), settings.last());
        CategoryChart twice = chart(
                "Ids drawn more than once: " + drawn,
                "share of the ids [%]",
                draws,
                one -> 100.0 * one.twice() / one.last());
        CategoryChart nanos =
                chart("Time for one draw: " + drawn, "wall time / draws [ns]", draws, Draws::nanosPerDraw);
        return List.of(
                Charts.picture("twice", "Share of the ids that were drawn more than once, mean of the repeats.", twice),
                Charts.picture("time", "Wall time divided by the number of draws, mean of the repeats.", nanos));
    }

    private static CategoryChart chart(
            String title, String yAxis, Map<DrawStrategy, List<Draws>> draws, ToDoubleFunction<Draws> value) {
        CategoryChart chart = Charts.bars(title, "how ids are drawn", yAxis);
        List<Summary> summaries = draws.values().stream()
                .map(all -> Summary.of(all.stream().map(value::applyAsDouble).toList()))
                .toList();
        chart.addSeries(
                "mean and standard deviation",
                draws.keySet().stream().map(DrawStrategy::label).toList(),
                summaries.stream().map(Summary::mean).toList(),
                summaries.stream()
                        .map(summary -> Double.isNaN(summary.stddev()) ? 0 : summary.stddev())
                        .toList());
        chart.getStyler().setAvailableSpaceFill(0.4);
        return chart;
    }
}
