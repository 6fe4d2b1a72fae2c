package pokemon.experiment.race;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import pokemon.experiment.chart.Axis;
import pokemon.experiment.chart.Chart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.Series;
import pokemon.experiment.table.Figures;

/** The bar charts: a bar for each strategy. */
record RaceCharts(List<RaceResult> results, String conditions) {
    /** Returns all bar charts. To add one, add it here. */
    static List<Picture> pictures(RaceSettings settings, List<RaceResult> results, int cores) {
        int repeats = results.stream()
                .mapToInt(result -> result.repeats().size())
                .max()
                .orElseThrow();
        String conditions = Figures.text(
                "%d workers, %,d ids, %d %s, %s",
                settings.workers(),
                settings.last(),
                cores,
                cores == 1 ? "core" : "cores",
                Charts.means(repeats, "repeats"));
        RaceCharts charts = new RaceCharts(results, conditions);
        Picture twice = charts.bars(
                "twice",
                "Share of the ids that were drawn more than once, mean of the repeats.",
                "How many ids are drawn more than once?",
                "share of the ids [%]",
                draws -> 100.0 * draws.twice() / draws.last());
        Picture time = charts.bars(
                "time",
                "Wall time divided by the number of draws, mean of the repeats.",
                "How long does one draw take, all workers together?",
                "wall time / draws [ns]",
                Draws::nanosPerDraw);
        if (results.stream()
                .anyMatch(result ->
                        Double.isNaN(result.summary(Draws::busyProcessors).mean()))) {
            return List.of(twice, time);
        }
        Picture processors = charts.bars(
                "processors",
                "CPU time divided by wall time, mean of the repeats.",
                "How many processors do the workers keep busy?",
                "CPU time / wall time",
                Draws::busyProcessors);
        return List.of(twice, time, processors);
    }

    private Picture bars(String name, String caption, String title, String unit, ToDoubleFunction<Draws> value) {
        Axis strategies = Axis.categories(
                "how ids are drawn", results.stream().map(RaceResult::label).toList());
        List<Series.Point> points = IntStream.range(0, results.size())
                .mapToObj(i -> Series.Point.of(i, results.get(i).summary(value)))
                .toList();
        Series series = new Series(unit, 0, Series.Kind.BARS, points);
        return Chart.of(name, caption, new Panel(title, conditions, strategies, Axis.linear(unit), List.of(series)))
                .picture();
    }
}
