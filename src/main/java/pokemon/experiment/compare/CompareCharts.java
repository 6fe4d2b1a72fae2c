package pokemon.experiment.compare;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.statistics.Summary;

/** The pictures of a comparison. */
final class CompareCharts {
    private static final List<Strategy> LINES =
            List.of(Strategy.SERIAL, Strategy.THREADS, Strategy.PROCESSES, Strategy.ASYNC, Strategy.VIRTUAL);
    private static final List<Strategy> TOGETHER =
            List.of(Strategy.THREADS, Strategy.PROCESSES, Strategy.ASYNC, Strategy.VIRTUAL);
    private static final List<Strategy> BARS = List.of(Strategy.SERIAL, Strategy.THREADS, Strategy.PROCESSES);
    private static final List<Integer> BAR_WORKERS = List.of(2, 4, 8, 16);
    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.TRIANGLE_DOWN);
    private static final String WORKERS = "number of workers";

    private final CompareData data;
    private final int cores;
    private final String work;

    /** Prepares pictures of trials on a machine with that many processors. */
    CompareCharts(CompareData data, int cores) {
        this.data = data;
        this.cores = cores;
        this.work = data.settings().scaling() == Scaling.WEAK ? "work grows with the workers" : "fixed amount of work";
    }

    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        for (Workload workload : data.settings().workloads()) {
            if (!has(workload)) {
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

    private boolean has(Workload workload) {
        return LINES.stream().anyMatch(strategy -> data.has(workload, strategy));
    }

    private static String bound(Workload workload) {
        return switch (workload) {
            case CPU -> "CPU-bound";
            case IO -> "I/O-bound";
            case MIXED -> "Mixed";
        };
    }

    private Picture time(Workload workload) {
        XYChart chart = chart(bound(workload) + ": " + work, "time [s]");
        add(chart, workload, LINES, (seconds, n) -> seconds);
        ideal(chart, workload);
        return Charts.picture(
                workload.label(), "Wall time over the number of workers; an item: " + workload.items() + ".", chart);
    }

    private Picture perWorker(Workload workload) {
        XYChart chart = chart(bound(workload) + " per worker: time / workers", "time per worker [s]");
        add(chart, workload, LINES, (seconds, n) -> seconds / n);
        return Charts.picture(
                workload.label() + "-per-worker",
                "Wall time divided by the number of workers; flat means that one more worker costs one more share.",
                chart);
    }

    private Picture ioPanels() {
        XYChart all = chart("I/O-bound: " + work, "time [s]");
        add(all, Workload.IO, LINES, (seconds, n) -> seconds);
        XYChart together = chart("I/O-bound without serial", "time [s]");
        add(together, Workload.IO, TOGETHER, (seconds, n) -> seconds);
        ideal(together, Workload.IO);
        XYChart perWorker = chart("I/O-bound per worker: time / workers", "time per worker [s]");
        add(perWorker, Workload.IO, LINES, (seconds, n) -> seconds / n);
        XYChart rate = chart("I/O-bound: throughput", "pages per second");
        add(rate, Workload.IO, LINES, (seconds, n) -> items(n) / seconds);
        List<Picture> panels = new ArrayList<>();
        List.of(all, together, perWorker, rate).forEach(chart -> panels.add(Charts.picture("panel", "", chart)));
        return Charts.panels(
                "io",
                "Fetching and writing pages: wall time, the same without serial, per worker, and pages per second.",
                2,
                panels);
    }

    private int items(double workers) {
        return data.settings().scaling().total(data.settings().amounts().get(Workload.IO), (int) workers);
    }

    private XYChart chart(String title, String yAxis) {
        XYChart chart = Charts.lines(title, WORKERS, yAxis);
        List<Integer> workers = data.settings().workers();
        Charts.wholeNumbers(chart, workers.get(workers.size() - 1));
        return chart;
    }

    private void add(XYChart chart, Workload workload, List<Strategy> strategies, DoubleBinaryOperator scale) {
        for (Strategy strategy : strategies) {
            List<Integer> workers = data.workers(workload, strategy);
            if (strategy == Strategy.SERIAL && data.settings().scaling() == Scaling.STRONG) {
                workers = workers.isEmpty() ? workers : data.settings().workers();
            }
            if (!workers.isEmpty()) {
                double[] x = workers.stream().mapToDouble(n -> n).toArray();
                double[] mean = values(
                        workers,
                        n -> scale.applyAsDouble(times(workload, strategy, n).mean(), n));
                double[] spread = values(workers, n -> {
                    Summary times = times(workload, strategy, n);
                    double low = scale.applyAsDouble(times.mean() - times.stddev() / 2, n);
                    return Math.abs(scale.applyAsDouble(times.mean() + times.stddev() / 2, n) - low);
                });
                // The same colour in each picture, whichever strategies there are.
                Color colour = Charts.PALETTE.get(LINES.indexOf(strategy));
                XYSeries series = Charts.measured(chart, strategy.label(), x, mean, spread);
                series.setLineColor(colour);
                series.setMarkerColor(colour);
                series.setMarker(MARKERS.get(LINES.indexOf(strategy)));
            }
        }
    }

    private Summary times(Workload workload, Strategy strategy, int workers) {
        Optional<Summary> times =
                strategy == Strategy.SERIAL ? data.serial(workload, workers) : data.times(workload, strategy, workers);
        return times.orElseThrow();
    }

    private static double[] values(List<Integer> workers, IntToDoubleFunction value) {
        return workers.stream().mapToDouble(value::applyAsDouble).toArray();
    }

    /** Adds the time that threads would need if they cost nothing: the processors' share, or the waiting alone. */
    private void ideal(XYChart chart, Workload workload) {
        List<Integer> workers = data.workers(workload, Strategy.THREADS);
        Optional<Summary> one = data.times(workload, Strategy.THREADS, 1);
        if (workers.size() < 2 || one.isEmpty()) {
            return;
        }
        double[] x = workers.stream().mapToDouble(n -> n).toArray();
        int atOnce = workload == Workload.IO ? Integer.MAX_VALUE : cores;
        double[] y = values(workers, n -> ideal(one.get().mean(), n, atOnce));
        String name = workload == Workload.IO
                ? "one thread's time, shared by all"
                : "one thread's time on " + cores + " cores";
        Charts.computed(
                chart,
                data.settings().scaling() == Scaling.WEAK && workload == Workload.IO ? "one thread's time" : name,
                x,
                y,
                Charts.QUIET);
    }

    private double ideal(double one, int workers, int atOnce) {
        return data.settings().scaling() == Scaling.WEAK
                ? one * Math.max(1, (double) workers / atOnce)
                : one / Math.min(workers, atOnce);
    }

    private Optional<Picture> ratio() {
        XYChart chart = chart("Processes against threads", "time of processes / time of threads");
        double[] ends = {
            1, data.settings().workers().get(data.settings().workers().size() - 1)
        };
        for (Workload workload : data.settings().workloads()) {
            List<Integer> workers = new ArrayList<>(data.workers(workload, Strategy.THREADS));
            workers.retainAll(data.workers(workload, Strategy.PROCESSES));
            if (!workers.isEmpty()) {
                Charts.measured(
                        chart,
                        workload.label(),
                        workers.stream().mapToDouble(n -> n).toArray(),
                        values(
                                workers,
                                n -> times(workload, Strategy.PROCESSES, n).mean()
                                        / times(workload, Strategy.THREADS, n).mean()));
            }
        }
        if (chart.getSeriesCollection().isEmpty()) {
            return Optional.empty();
        }
        Charts.computed(chart, "equal", ends, new double[] {1, 1}, Charts.QUIET);
        return Optional.of(Charts.picture(
                "ratio", "How many times longer processes take than threads; above 1, threads are faster.", chart));
    }

    private Optional<Picture> bars() {
        List<Picture> panels = new ArrayList<>();
        for (Workload workload : data.settings().workloads()) {
            List<Integer> workers = new ArrayList<>(BAR_WORKERS);
            BARS.forEach(strategy -> {
                boolean once = strategy == Strategy.SERIAL && data.settings().scaling() == Scaling.STRONG;
                workers.retainAll(once ? BAR_WORKERS : data.workers(workload, strategy));
            });
            if (!workers.isEmpty()) {
                panels.add(bars(workload, workers));
            }
        }
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(Charts.panels(
                        "bars", "Serial, threads and processes side by side for a few numbers of workers.", 1, panels));
    }

    private Picture bars(Workload workload, List<Integer> workers) {
        CategoryChart chart = Charts.bars(bound(workload) + ": " + work, WORKERS, "time [s]");
        for (Strategy strategy : BARS) {
            chart.addSeries(
                    strategy.label(),
                    workers,
                    workers.stream()
                            .map(n -> times(workload, strategy, n).mean())
                            .toList(),
                    workers.stream()
                            .map(n -> times(workload, strategy, n).stddev())
                            .map(spread -> Double.isNaN(spread) ? 0 : spread)
                            .toList());
        }
        return Charts.picture("panel", "", chart);
    }
}
