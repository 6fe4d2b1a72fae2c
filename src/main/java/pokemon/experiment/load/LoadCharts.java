package pokemon.experiment.load;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import pokemon.experiment.chart.Axis;
import pokemon.experiment.chart.Chart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.Series;
import pokemon.experiment.statistics.Summary;
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

    /**
     * Returns what the runs of each schedule took of the machine, nothing where that is unknown.
     *
     * @param runs all runs
     * @param conditions what was the same in all runs, for subtitles
     */
    static List<Picture> resources(List<LoadRun> runs, String conditions) {
        if (runs.stream().anyMatch(run -> Double.isNaN(run.usage().cpuSeconds()))) {
            return List.of();
        }
        return List.of(
                bySchedule(
                        "processors",
                        "How many processors does the download keep busy?",
                        "CPU time / wall time",
                        "CPU time divided by wall time, the built-in mirror included.",
                        runs,
                        conditions,
                        LoadRun::busyProcessors),
                bySchedule(
                        "memory",
                        "How much memory do the workers add?",
                        "added memory [MB]",
                        "Resident memory at its peak beyond that of the measuring JVM before the run; memory that"
                                + " processes share counts in each of them.",
                        runs,
                        conditions,
                        run -> run.usage().addedBytes() / 1e6));
    }

    private static Picture bySchedule(
            String name,
            String title,
            String unit,
            String caption,
            List<LoadRun> runs,
            String conditions,
            ToDoubleFunction<LoadRun> value) {
        List<List<LoadRun>> schedules = LoadRun.bySchedule(runs);
        List<Series.Point> points = IntStream.range(0, schedules.size())
                .mapToObj(i -> Series.Point.of(i, Summary.of(schedules.get(i), value)))
                .toList();
        Axis axis = Axis.categories(
                "schedule",
                schedules.stream().map(same -> same.get(0).schedule()).toList());
        String kind = runs.get(0).trial().label();
        Panel panel = new Panel(
                title,
                kind + ", " + conditions + ", " + Charts.means(schedules.get(0).size(), "runs"),
                axis,
                Axis.linear(unit),
                List.of(new Series(kind, 0, Series.Kind.BARS, points)));
        return Chart.of(name, caption, panel).picture();
    }
}
