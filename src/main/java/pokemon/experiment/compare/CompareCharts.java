package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.statistics.Summary;

/** The charts of a comparison. */
final class CompareCharts {
    private static final List<Strategy> LINES =
            List.of(Strategy.SERIAL, Strategy.THREADS, Strategy.PROCESSES, Strategy.ASYNC, Strategy.VIRTUAL);
    private static final List<Strategy> BARS = List.of(Strategy.SERIAL, Strategy.THREADS, Strategy.PROCESSES);
    private static final List<Integer> BAR_WORKERS = List.of(2, 4, 8, 16);
    private static final String WORKERS = "number of workers";

    private final CompareData data;
    private final int cores;
    private final boolean weak;
    private final String work;

    /** Prepares charts of trials on a machine with this number of processors. */
    CompareCharts(CompareData data, int cores) {
        this.data = data;
        this.cores = cores;
        this.weak = data.settings().scaling() == Scaling.WEAK;
        this.work = weak ? "work grows with the workers" : "fixed amount of work";
    }

    /** Returns all charts. To add one, add a method here. */
    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        for (Workload workload : data.settings().workloads()) {
            if (LINES.stream().noneMatch(strategy -> data.has(workload, strategy))) {
                continue;
            }
            if (workload == Workload.IO) {
                pictures.add(ioPanels());
            } else {
                pictures.add(time(workload));
                pictures.add(perWorker(workload));
            }
        }
        ratio().ifPresent(pictures::add);
        bars().ifPresent(pictures::add);
        return pictures;
    }

    private static String bound(Workload workload) {
        return switch (workload) {
            case CPU -> "CPU-bound";
            case IO -> "I/O-bound";
            case MIXED -> "Mixed";
        };
    }

    private Picture time(Workload workload) {
        XYChart chart = lines(bound(workload) + ": " + work, "time [s]", workload, LINES, (seconds, n) -> seconds);
        ideal(chart, workload);
        return Charts.picture(
                workload.label(), "Wall time over the number of workers; an item: " + workload.items() + ".", chart);
    }

    private Picture perWorker(Workload workload) {
        return Charts.picture(
                workload.label() + "-per-worker",
                "Wall time divided by the number of workers; flat means that one more worker costs one more share.",
                perWorkerLines(workload));
    }

    private XYChart perWorkerLines(Workload workload) {
        String title = bound(workload) + " per worker: time / workers";
        return lines(title, "time per worker [s]", workload, LINES, (seconds, n) -> seconds / n);
    }

    private Picture ioPanels() {
        XYChart all = lines("I/O-bound: " + work, "time [s]", Workload.IO, LINES, (seconds, n) -> seconds);
        XYChart parallel = lines(
                "I/O-bound without serial",
                "time [s]",
                Workload.IO,
                LINES.subList(1, LINES.size()),
                (seconds, n) -> seconds);
        ideal(parallel, Workload.IO);
        int amount = data.settings().amounts().get(Workload.IO);
        XYChart rate = lines(
                "I/O-bound: throughput",
                "pages per second",
                Workload.IO,
                LINES,
                (seconds, n) -> data.settings().scaling().total(amount, (int) n) / seconds);
        return Charts.panels(
                "io",
                "Fetching and writing pages: wall time, the same without serial, per worker, and pages per second.",
                2,
                Stream.of(all, parallel, perWorkerLines(Workload.IO), rate)
                        .map(CompareCharts::panel)
                        .toList());
    }

    private static Picture panel(Chart<?, ?> chart) {
        return Charts.picture("panel", "", chart);
    }

    private XYChart chart(String title, String yAxis) {
        XYChart chart = Charts.lines(title, WORKERS, yAxis);
        Charts.wholeNumbers(chart, maxWorkers());
        return chart;
    }

    private int maxWorkers() {
        List<Integer> workers = data.settings().workers();
        return workers.get(workers.size() - 1);
    }

    /** Returns a chart with a line for each measured strategy, in the same style in each chart. */
    private XYChart lines(
            String title, String yAxis, Workload workload, List<Strategy> strategies, DoubleBinaryOperator scale) {
        XYChart chart = chart(title, yAxis);
        for (Strategy strategy : strategies) {
            List<Integer> workers = data.workers(workload, strategy);
            if (!workers.isEmpty()) {
                Charts.measured(
                        chart,
                        strategy.label(),
                        LINES.indexOf(strategy),
                        values(workers, n -> n),
                        values(
                                workers,
                                n -> scale.applyAsDouble(
                                        times(workload, strategy, n).mean(), n)),
                        values(workers, n -> spread(times(workload, strategy, n), n, scale)));
            }
        }
        return chart;
    }

    private static double spread(Summary times, int workers, DoubleBinaryOperator scale) {
        double low = scale.applyAsDouble(times.mean() - times.stddev() / 2, workers);
        return Math.abs(scale.applyAsDouble(times.mean() + times.stddev() / 2, workers) - low);
    }

    private Summary times(Workload workload, Strategy strategy, int workers) {
        return data.times(workload, strategy, workers).orElseThrow();
    }

    private static double[] values(List<Integer> workers, IntToDoubleFunction value) {
        return workers.stream().mapToDouble(value::applyAsDouble).toArray();
    }

    /** Adds the time of perfectly parallel threads, limited by the processors except for waiting. */
    private void ideal(XYChart chart, Workload workload) {
        List<Integer> workers = data.workers(workload, Strategy.THREADS);
        Optional<Summary> one = data.times(workload, Strategy.THREADS, 1);
        if (workers.size() < 2 || one.isEmpty()) {
            return;
        }
        boolean waits = workload == Workload.IO;
        int parallel = waits ? Integer.MAX_VALUE : cores;
        double[] seconds = values(workers, n -> ideal(one.get().mean(), n, parallel));
        String name = "one thread's time" + (waits ? weak ? "" : ", shared by all" : " on " + cores + " cores");
        Charts.computed(chart, name, values(workers, n -> n), seconds, Charts.GREY);
    }

    private double ideal(double one, int workers, int parallel) {
        return weak ? one * Math.max(1, (double) workers / parallel) : one / Math.min(workers, parallel);
    }

    private Optional<Picture> ratio() {
        XYChart chart = chart("Processes against threads", "time of processes / time of threads");
        for (Workload workload : data.settings().workloads()) {
            List<Integer> workers = new ArrayList<>(data.workers(workload, Strategy.THREADS));
            workers.retainAll(data.workers(workload, Strategy.PROCESSES));
            if (!workers.isEmpty()) {
                double[] ratios = values(
                        workers,
                        n -> times(workload, Strategy.PROCESSES, n).mean()
                                / times(workload, Strategy.THREADS, n).mean());
                Charts.measured(chart, workload.label(), values(workers, n -> n), ratios);
            }
        }
        if (chart.getSeriesCollection().isEmpty()) {
            return Optional.empty();
        }
        Charts.computed(chart, "equal", new double[] {1, maxWorkers()}, new double[] {1, 1}, Charts.GREY);
        return Optional.of(Charts.picture(
                "ratio", "How many times longer processes take than threads; above 1, threads are faster.", chart));
    }

    private Optional<Picture> bars() {
        List<Picture> panels = new ArrayList<>();
        for (Workload workload : data.settings().workloads()) {
            List<Integer> workers = new ArrayList<>(BAR_WORKERS);
            BARS.forEach(strategy -> workers.retainAll(data.workers(workload, strategy)));
            if (!workers.isEmpty()) {
                panels.add(panel(bars(workload, workers)));
            }
        }
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(Charts.panels(
                        "bars", "Serial, threads and processes side by side for a few numbers of workers.", 1, panels));
    }

    private CategoryChart bars(Workload workload, List<Integer> workers) {
        CategoryChart chart = Charts.bars(bound(workload) + ": " + work, WORKERS, "time [s]");
        for (Strategy strategy : BARS) {
            List<Summary> times =
                    workers.stream().map(n -> times(workload, strategy, n)).toList();
            Charts.measured(
                    chart,
                    strategy.label(),
                    workers,
                    times.stream().map(Summary::mean).toList(),
                    times.stream().map(Summary::stddev).toList());
        }
        return chart;
    }
}
