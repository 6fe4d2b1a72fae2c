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

/**
 * The charts: bars for each worker, and for each schedule CPU time and memory of its runs.
 *
 * @param runs all runs
 * @param shown a run of each schedule
 * @param conditions what was the same in all runs, for subtitles
 */
record LoadCharts(List<LoadRun> runs, List<LoadRun> shown, String conditions) {
    /** Returns all charts, those of resources only where these are known. To add one, add it here. */
    List<Picture> pictures() {
        Picture images =
                bars("images", "How many images does each worker save?", Axis.whole("images"), WorkerResult::images);
        Picture bytes = bars(
                "bytes",
                "How much data does each worker save?",
                Axis.linear("data [MB]"),
                worker -> worker.bytes() / 1e6);
        Picture busy =
                bars("busy", "How long is each worker busy?", Axis.linear("busy time [s]"), LoadRun::busySeconds);
        if (runs.stream().anyMatch(run -> Double.isNaN(run.usage().cpuSeconds()))) {
            return List.of(images, bytes, busy);
        }
        Picture processors = bySchedule(
                "processors",
                "How many processors does the download keep busy?",
                "CPU time / wall time",
                "CPU time divided by wall time, the built-in mirror included.",
                LoadRun::busyProcessors);
        Picture memory = bySchedule(
                "memory",
                "How much memory do the workers add?",
                "added memory [MB]",
                "Resident memory at its peak beyond that of the measuring JVM before the run; memory that"
                        + " processes share counts in each of them.",
                run -> run.usage().addedBytes() / 1e6);
        return List.of(images, bytes, busy, processors, memory);
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
        int each = runs.size() / shown.size();
        String subtitle = conditions + (each > 1 ? ", the median run of " + each : ", one run");
        Panel panel = new Panel(title, subtitle, Axis.categories("worker", names), y, series);
        return Chart.of(name, "A bar for each worker and schedule.", panel).picture();
    }

    private Picture bySchedule(
            String name, String title, String unit, String caption, ToDoubleFunction<LoadRun> value) {
        List<List<LoadRun>> schedules = LoadRun.bySchedule(runs);
        List<Series.Point> points = IntStream.range(0, schedules.size())
                .mapToObj(i -> Series.Point.of(i, Summary.of(schedules.get(i), value)))
                .toList();
        Axis axis = Axis.categories(
                "schedule",
                schedules.stream().map(same -> same.get(0).schedule()).toList());
        String subtitle = conditions + ", " + Charts.means(schedules.get(0).size(), "runs");
        Series series = new Series(runs.get(0).trial().label(), 0, Series.Kind.BARS, points);
        return Chart.of(name, caption, new Panel(title, subtitle, axis, Axis.linear(unit), List.of(series)))
                .picture();
    }
}
