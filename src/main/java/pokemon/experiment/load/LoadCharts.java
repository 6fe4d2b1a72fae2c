package pokemon.experiment.load;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import pokemon.experiment.chart.Axis;
import pokemon.experiment.chart.Chart;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.Series;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerResult;

/** The charts: bars for each worker. */
final class LoadCharts {
    private final List<LoadRun> shown;
    private final String conditions;

    private LoadCharts(List<LoadRun> shown, int runs, String conditions) {
        this.shown = shown;
        this.conditions = shown.get(0).trial().label() + ", " + conditions
                + (runs > 1 ? ", the run of middle length of " + runs : ", one run");
    }

    /**
     * Returns all charts. To add one, add it here.
     *
     * @param shown a run of each schedule
     * @param runs how many runs of a schedule there were to choose from
     * @param conditions what was the same in all runs, for subtitles
     */
    static List<Picture> pictures(List<LoadRun> shown, int runs, String conditions) {
        LoadCharts charts = new LoadCharts(shown, runs, conditions);
        return List.of(
                charts.bars(
                        "images", "How many images does each worker save?", Axis.whole("images"), WorkerResult::images),
                charts.bars(
                        "bytes",
                        "How much data does each worker save?",
                        Axis.linear("data [MB]"),
                        worker -> worker.bytes() / 1e6),
                charts.bars(
                        "busy", "How long is each worker busy?", Axis.linear("busy time [s]"), LoadRun::busySeconds));
    }

    private Picture bars(String name, String title, Axis y, ToDoubleFunction<WorkerResult> value) {
        List<String> names = IntStream.rangeClosed(1, shown.get(0).trial().workers())
                .mapToObj(Integer::toString)
                .toList();
        List<Series> series = shown.stream()
                .map(run -> Series.of(
                        run.schedule(),
                        run.trial().schedule() == ScheduleKind.STATIC ? 1 : 0,
                        Series.Kind.BARS,
                        run.report().workers(),
                        WorkerResult::worker,
                        value))
                .toList();
        Panel panel = new Panel(title, conditions, Axis.categories("worker", names), y, series);
        return Chart.of(name, "One bar for each worker and way to deal out ids.", panel)
                .picture();
    }
}
