package pokemon.experiment.speed;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.schedule.run.WorkerKind;

/** The charts over the number of workers. */
final class SpeedCharts {
    private final SpeedData data;
    private final SpeedFindings findings;
    private final int maxWorkers;
    private final String runs;

    SpeedCharts(SpeedData data, SpeedFindings findings) {
        this.data = data;
        this.findings = findings;
        maxWorkers = data.points().stream().mapToInt(SpeedPoint::workers).max().orElseThrow();
        int maxRuns = data.points().stream()
                .mapToInt(point -> point.runs().size())
                .max()
                .orElseThrow();
        runs = maxRuns == 1 ? "1 run each" : "mean of " + maxRuns + " runs ± standard deviation";
    }

    /** Returns all charts. To add one, add a method here. */
    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(time());
        data.kinds().forEach(kind -> pictures.add(images(kind)));
        if (!kindsWithSingle().isEmpty()) {
            pictures.add(speedup());
            pictures.add(efficiency());
        }
        pictures.add(throughput());
        return pictures;
    }

    private Picture chart(String name, String title, String yAxis, String caption, Consumer<XYChart> content) {
        XYChart chart = Charts.lines(title, "number of workers", yAxis);
        content.accept(chart);
        Charts.wholeNumbers(chart, maxWorkers);
        return Charts.picture(name, caption, chart);
    }

    private Picture time() {
        return chart(
                "time",
                "Time of a download (" + runs + ")",
                "time [s]",
                "Wall time of a whole download over the number of workers, " + runs + ".",
                chart -> measured(chart, data.kinds(), point -> point.times().mean(), point -> point.times()
                        .stddev()));
    }

    private Picture images(WorkerKind kind) {
        String plural = SpeedFindings.plural(kind);
        List<SpeedPoint> points = data.points(kind);
        double[] workers = numbers(points, SpeedPoint::workers);
        return chart(
                "images-" + plural,
                "Images per worker (" + plural + ")",
                "images per worker",
                "Images that one of the " + plural + " saved: the most and the least in any run, and the average.",
                chart -> {
                    chart.getStyler().setSeriesColors(new Color[] {Charts.PALETTE.get(2), Charts.PALETTE.get(3)});
                    Charts.measured(chart, "most", workers, numbers(points, SpeedPoint::maxImages));
                    Charts.measured(chart, "least", workers, numbers(points, SpeedPoint::minImages));
                    double[] average = numbers(points, SpeedPoint::averageImages);
                    Charts.computed(chart, "average", workers, average, Charts.GREY);
                });
    }

    private List<WorkerKind> kindsWithSingle() {
        return data.kinds().stream()
                .filter(kind -> data.single(kind).isPresent())
                .toList();
    }

    private double speedupSpread(SpeedPoint point) {
        if (point.workers() == 1) {
            return 0;
        }
        double own = point.times().relativeSpread();
        double single = data.single(point.trial().kind())
                .map(one -> one.times().relativeSpread())
                .orElse(0.0);
        return data.speedup(point) * Math.hypot(own, single);
    }

    private Picture speedup() {
        double highest = data.points().stream()
                .mapToDouble(point -> data.speedup(point) + speedupSpread(point))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double ideal = Math.min(maxWorkers, Math.ceil(highest * 1.15));
        return chart(
                "speedup",
                "Speed-up against one worker",
                "speed-up (times as fast)",
                "How many times as fast as one worker of the same kind; the ideal line is as many times as workers.",
                chart -> {
                    Charts.computed(chart, "ideal", new double[] {1, ideal}, new double[] {1, ideal}, Charts.GREY);
                    measured(chart, kindsWithSingle(), data::speedup, this::speedupSpread);
                });
    }

    private Picture efficiency() {
        return chart(
                "efficiency",
                "Efficiency against one worker",
                "efficiency (speed-up per worker)",
                "Speed-up divided by the number of workers; 1 is a worker that loses nothing.",
                chart -> {
                    double[] ends = {1, Math.max(2, maxWorkers)};
                    Charts.computed(chart, "ideal", ends, new double[] {1, 1}, Charts.GREY);
                    measured(
                            chart,
                            kindsWithSingle(),
                            point -> data.speedup(point) / point.workers(),
                            point -> speedupSpread(point) / point.workers());
                });
    }

    private Picture throughput() {
        ToDoubleFunction<SpeedPoint> throughput =
                point -> point.images() / point.times().mean();
        return chart(
                "throughput",
                "Throughput and Universal Scalability Law",
                "images per second",
                "Images per second over the number of workers, and the fitted law where it describes them (dashed).",
                chart -> {
                    measured(
                            chart,
                            data.kinds(),
                            throughput,
                            point -> throughput.applyAsDouble(point)
                                    * point.times().relativeSpread());
                    data.kinds().forEach(kind -> law(chart, kind));
                });
    }

    private void law(XYChart chart, WorkerKind kind) {
        if (findings.fit(kind) instanceof UslFit.FitResult.Fitted fitted) {
            List<SpeedPoint> points = data.points(kind);
            Charts.computed(
                    chart,
                    "law, " + SpeedFindings.plural(kind),
                    numbers(points, SpeedPoint::workers),
                    numbers(points, point -> fitted.fit().curve().at(point.workers())),
                    Charts.PALETTE.get(style(kind)).darker());
        }
    }

    /** Adds a line for each kind of worker, in the same colour in every chart. */
    private void measured(
            XYChart chart,
            List<WorkerKind> kinds,
            ToDoubleFunction<SpeedPoint> value,
            ToDoubleFunction<SpeedPoint> spread) {
        for (WorkerKind kind : kinds) {
            List<SpeedPoint> points = data.points(kind);
            Charts.measured(
                    chart,
                    SpeedFindings.plural(kind),
                    style(kind),
                    numbers(points, SpeedPoint::workers),
                    numbers(points, value),
                    numbers(points, spread));
        }
    }

    private static double[] numbers(List<SpeedPoint> points, ToDoubleFunction<SpeedPoint> number) {
        return points.stream().mapToDouble(number).toArray();
    }

    private static int style(WorkerKind kind) {
        return kind == WorkerKind.THREADS ? 0 : 1;
    }
}
