package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pokemon.experiment.chart.Axis;
import pokemon.experiment.chart.Chart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.Series;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Figures;

/** The charts of a comparison. */
final class CompareCharts {
    private static final List<Strategy> LINES =
            List.of(Strategy.SERIAL, Strategy.THREADS, Strategy.PROCESSES, Strategy.ASYNC, Strategy.VIRTUAL);
    private static final List<Strategy> BARS = List.of(Strategy.SERIAL, Strategy.THREADS, Strategy.PROCESSES);
    private static final List<Integer> BAR_WORKERS = List.of(2, 4, 8, 16);
    private static final String WORKERS = "number of workers";

    private final CompareData data;
    private final CompareSettings settings;
    private final int cores;
    private final boolean weak;
    private final Axis workers;

    CompareCharts(CompareData data, int cores) {
        this.data = data;
        this.settings = data.settings();
        this.cores = cores;
        this.weak = settings.scaling() == Scaling.WEAK;
        this.workers = Axis.counts(WORKERS, settings.workers());
    }

    /** Returns all charts. To add one, add a method here. */
    List<Picture> pictures() {
        List<Chart> charts = new ArrayList<>();
        for (Workload workload : settings.workloads()) {
            if (LINES.stream().noneMatch(strategy -> data.has(workload, strategy))) {
                continue;
            }
            if (workload == Workload.IO) {
                charts.add(io());
            } else {
                charts.add(Chart.of(
                        workload.toString(),
                        "Wall time over the number of workers; an item: " + workload.items() + ".",
                        time(workload, LINES)));
                charts.add(Chart.of(
                        workload + "-per-worker",
                        "Wall time divided by the number of workers; flat means that one more worker costs one more"
                                + " share.",
                        perWorker(workload)));
            }
        }
        charts.add(ratio());
        charts.add(bars());
        charts.add(usage(
                "processors", "how many processors are busy?", "CPU time / wall time", CompareTrial::busyProcessors));
        charts.add(usage(
                "memory",
                "how much memory do the workers add?",
                "added memory [MB]",
                trial -> trial.usage().addedBytes() / 1e6));
        return charts.stream()
                .filter(chart -> !chart.panels().isEmpty())
                .map(Chart::picture)
                .toList();
    }

    private static String bound(Workload workload) {
        return switch (workload) {
            case CPU -> "CPU-bound";
            case IO -> "I/O-bound";
            case MIXED -> "Mixed";
        };
    }

    /** Returns what was the same in all trials of a workload, for subtitles. */
    private String conditions(Workload workload) {
        int amount = settings.amounts().get(workload);
        String items = Figures.text(
                "%,d %s %s",
                amount, amount == 1 ? "item" : "items", weak ? "for each worker" : "shared by the workers");
        String latency = workload.usesNetwork()
                ? ", latency "
                        + Figures.exact(settings.latency().toNanos() / 1e6).toPlainString() + " ms"
                : "";
        return items + latency + ", " + machine() + ", " + Charts.means(runs(), "runs");
    }

    private String machine() {
        return cores + (cores == 1 ? " core" : " cores");
    }

    /** Returns the most runs of any point. */
    private int runs() {
        return data.points().stream()
                .mapToInt(point -> data.trials(point).size())
                .max()
                .orElse(1);
    }

    private Panel time(Workload workload, List<Strategy> strategies) {
        List<Series> series = new ArrayList<>(lines(workload, strategies, (seconds, n) -> seconds));
        ideal(workload).ifPresent(series::add);
        String without = strategies.contains(Strategy.SERIAL) ? "" : ", without serial";
        return panel(
                bound(workload) + ": how long does the work take" + without + "?",
                workload,
                Axis.values("time [s]", series),
                series);
    }

    private Panel perWorker(Workload workload) {
        List<Series> series = lines(workload, LINES, (seconds, n) -> seconds / n);
        return panel(
                bound(workload) + ": what does each worker's share cost?",
                workload,
                Axis.values("time / workers [s]", series),
                series);
    }

    private Panel panel(String title, Workload workload, Axis y, List<Series> series) {
        return new Panel(title, conditions(workload), workers, y, series);
    }

    /** A panel without serial shows the others from zero where serial alone dwarfs them. */
    private Chart io() {
        List<Panel> panels = new ArrayList<>();
        Panel all = time(Workload.IO, LINES);
        panels.add(all);
        Panel without = time(Workload.IO, LINES.subList(1, LINES.size()));
        if (all.y().scale() == Axis.Scale.LOG10 && without.y().scale() == Axis.Scale.LINEAR) {
            panels.add(without);
        }
        panels.add(perWorker(Workload.IO));
        int amount = settings.amounts().get(Workload.IO);
        List<Series> rates =
                lines(Workload.IO, LINES, (seconds, n) -> settings.scaling().total(amount, (int) n) / seconds);
        panels.add(panel(
                "I/O-bound: how many pages per second?", Workload.IO, Axis.values("pages per second", rates), rates));
        return new Chart(
                "io", "Fetching and writing pages: wall time, wall time per worker, and pages per second.", 2, panels);
    }

    private List<Series> lines(Workload workload, List<Strategy> strategies, DoubleBinaryOperator scale) {
        return measured(workload, strategies, (strategy, n) -> point(times(workload, strategy, n), n, scale));
    }

    /** Returns a line for each measured strategy, in the same style in each chart. */
    private List<Series> measured(
            Workload workload, List<Strategy> strategies, BiFunction<Strategy, Integer, Series.Point> point) {
        return strategies.stream()
                .filter(strategy -> data.has(workload, strategy))
                .map(strategy -> Series.of(
                        strategy.toString(),
                        Series.Kind.MEASURED,
                        data.workers(workload, strategy).stream()
                                .map(n -> point.apply(strategy, n))
                                .toList()))
                .toList();
    }

    private static Series.Point point(Summary times, int workers, DoubleBinaryOperator scale) {
        double low = scale.applyAsDouble(times.mean() - times.stddev() / 2, workers);
        double spread = Math.abs(scale.applyAsDouble(times.mean() + times.stddev() / 2, workers) - low);
        List<Double> runs = times.samples().stream()
                .map(seconds -> scale.applyAsDouble(seconds, workers))
                .toList();
        return new Series.Point(workers, scale.applyAsDouble(times.mean(), workers), spread, runs);
    }

    private Summary times(Workload workload, Strategy strategy, int workers) {
        return data.times(workload, strategy, workers).orElseThrow();
    }

    /** Returns the time of perfectly parallel threads, limited by the processors except for waiting. */
    private Optional<Series> ideal(Workload workload) {
        List<Integer> measured = data.workers(workload, Strategy.THREADS);
        Optional<Summary> one = data.times(workload, Strategy.THREADS, 1);
        if (measured.size() < 2 || one.isEmpty()) {
            return Optional.empty();
        }
        boolean waits = workload == Workload.IO;
        int parallel = waits ? Integer.MAX_VALUE : cores;
        String name = "one thread's time" + (waits ? weak ? "" : ", shared by all" : " on " + cores + " cores");
        double mean = one.get().mean();
        return Optional.of(
                Series.of(name, Series.NEUTRAL, Series.Kind.DASHED, measured, n -> n, n -> ideal(mean, n, parallel)));
    }

    private double ideal(double one, int workers, int parallel) {
        return weak ? one * Math.max(1, (double) workers / parallel) : one / Math.min(workers, parallel);
    }

    private Chart ratio() {
        List<Series> series = new ArrayList<>();
        for (Workload workload : settings.workloads()) {
            List<Integer> both = data.workers(workload, Strategy.THREADS, Strategy.PROCESSES);
            if (!both.isEmpty()) {
                series.add(new Series(
                        workload.toString(),
                        List.of(Workload.values()).indexOf(workload),
                        Series.Kind.MEASURED,
                        both.stream().map(n -> ratio(workload, n)).toList()));
            }
        }
        List<Panel> panels = series.isEmpty() ? List.of() : List.of(ratio(series));
        return new Chart("ratio", "Above 1, threads are faster; below 1, processes are.", 1, panels);
    }

    private Panel ratio(List<Series> measured) {
        Series equal = Series.of("equal", Series.NEUTRAL, Series.Kind.DASHED, settings.workers(), n -> n, n -> 1);
        List<Series> series = Stream.concat(measured.stream(), Stream.of(equal)).toList();
        return new Panel(
                "How many times as long as threads do processes take?",
                machine() + ", means of " + runs() + " runs, ± standard deviation of the ratio",
                workers,
                Axis.values("time of processes / time of threads", series),
                series);
    }

    private Series.Point ratio(Workload workload, int n) {
        Summary processes = times(workload, Strategy.PROCESSES, n);
        Summary threads = times(workload, Strategy.THREADS, n);
        double ratio = processes.mean() / threads.mean();
        double relative = Double.isNaN(processes.stddev()) || Double.isNaN(threads.stddev())
                ? Double.NaN
                : Math.hypot(processes.relativeSpread(), threads.relativeSpread());
        return new Series.Point(n, ratio, ratio * relative, List.of());
    }

    /** Returns a panel for each workload with CPU time or memory of its trials, where these are known. */
    private Chart usage(String name, String question, String unit, ToDoubleFunction<CompareTrial> value) {
        List<Panel> panels = new ArrayList<>();
        for (Workload workload : settings.workloads()) {
            List<Series> series = measured(
                    workload,
                    LINES,
                    (strategy, n) -> Series.Point.of(
                            n, data.summary(workload, strategy, n, value).orElseThrow()));
            boolean known =
                    series.stream().flatMap(one -> one.points().stream()).anyMatch(point -> Double.isFinite(point.y()));
            if (known) {
                panels.add(panel(bound(workload) + ": " + question, workload, Axis.linear(unit), series));
            }
        }
        String caption = "CPU time and memory of the trials, the built-in mirror included; memory that processes share"
                + " counts in each of them.";
        return new Chart(name, caption, 1, panels);
    }

    private Chart bars() {
        List<Panel> panels = new ArrayList<>();
        for (Workload workload : settings.workloads()) {
            List<Integer> counts = new ArrayList<>(BAR_WORKERS);
            BARS.forEach(strategy -> counts.retainAll(data.workers(workload, strategy)));
            if (!counts.isEmpty()) {
                panels.add(bars(workload, counts));
            }
        }
        return new Chart("bars", "Serial, threads and processes side by side for a few numbers of workers.", 1, panels);
    }

    private Panel bars(Workload workload, List<Integer> counts) {
        List<Series> series = BARS.stream()
                .map(strategy -> Series.of(
                        strategy.toString(),
                        Series.Kind.BARS,
                        IntStream.range(0, counts.size())
                                .mapToObj(i -> Series.Point.of(i, times(workload, strategy, counts.get(i))))
                                .toList()))
                .toList();
        return new Panel(
                bound(workload) + ": serial, threads or processes?",
                conditions(workload),
                Axis.categories(WORKERS, counts.stream().map(String::valueOf).toList()),
                Axis.linear("time [s]"),
                series);
    }
}
