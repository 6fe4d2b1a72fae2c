package pokemon.experiment.speed;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.schedule.run.WorkerKind;

/** What was measured, drawn. */
final class SpeedPictures {
    private static final String WORKERS = "number of workers";

    private final SpeedData data;
    private final long seed;
    private final int most;
    private final int runs;

    private SpeedPictures(SpeedData data, long seed) {
        this.data = data;
        this.seed = seed;
        most = data.points().stream().mapToInt(SpeedPoint::workers).max().orElseThrow();
        runs = data.points().stream()
                .mapToInt(point -> point.runs().size())
                .max()
                .orElseThrow();
    }

    static List<Picture> of(SpeedData data, long seed) {
        SpeedPictures pictures = new SpeedPictures(data, seed);
        List<Picture> all = new ArrayList<>();
        all.add(pictures.time());
        data.kinds().forEach(kind -> all.add(pictures.images(kind)));
        if (data.kinds().stream().anyMatch(kind -> data.single(kind).isPresent())) {
            all.add(pictures.speedup());
            all.add(pictures.efficiency());
        }
        all.add(pictures.throughput());
        return List.copyOf(all);
    }

    private String spread() {
        return runs == 1 ? "1 run each" : "mean of " + runs + " runs ± standard deviation";
    }

    private static double[] numbers(List<SpeedPoint> points, ToDoubleFunction<SpeedPoint> number) {
        return points.stream().mapToDouble(number).toArray();
    }

    private static double[] workers(List<SpeedPoint> points) {
        return numbers(points, SpeedPoint::workers);
    }

    private Picture time() {
        XYChart chart = Charts.lines("Time of a download (" + spread() + ")", WORKERS, "time [s]");
        for (WorkerKind kind : data.kinds()) {
            measured(chart, kind, point -> point.times().mean(), point -> point.times()
                    .stddev());
        }
        Charts.wholeNumbers(chart, most);
        return Charts.picture(
                "time", "Wall time of a whole download over the number of workers, " + spread() + ".", chart);
    }

    private Picture images(WorkerKind kind) {
        String plural = SpeedFindings.plural(kind);
        List<SpeedPoint> points = data.points(kind);
        XYChart chart = Charts.lines("Images per worker (" + plural + ")", WORKERS, "images per worker");
        double[] workers = workers(points);
        chart.getStyler().setSeriesColors(new Color[] {Charts.PALETTE.get(2), Charts.PALETTE.get(3)});
        Charts.measured(chart, "most", workers, numbers(points, SpeedPoint::most));
        Charts.measured(chart, "least", workers, numbers(points, SpeedPoint::least));
        Charts.computed(chart, "average", workers, numbers(points, SpeedPoint::average), Charts.QUIET);
        Charts.wholeNumbers(chart, most);
        return Charts.picture(
                "images-" + plural,
                "Images that one of the " + plural + " saved: the most and the least in any run, and the average.",
                chart);
    }

    private double speedupSpread(SpeedPoint point) {
        if (point.workers() == 1) {
            return 0;
        }
        double own = point.times().relativeSpread();
        double single = data.single(point.trial().kind())
                .map(one -> one.times().relativeSpread())
                .orElse(0.0);
        return data.speedup(point) * Math.sqrt(own * own + single * single);
    }

    private Picture speedup() {
        XYChart chart = Charts.lines("Speed-up against one worker", WORKERS, "speed-up (times as fast)");
        double highest = data.points().stream()
                .mapToDouble(point -> data.speedup(point) + speedupSpread(point))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double ideal = Math.min(most, Math.ceil(highest * 1.15));
        Charts.computed(chart, "ideal", new double[] {1, ideal}, new double[] {1, ideal}, Charts.QUIET);
        for (WorkerKind kind : withSingle()) {
            measured(chart, kind, data::speedup, this::speedupSpread);
        }
        Charts.wholeNumbers(chart, most);
        return Charts.picture(
                "speedup",
                "How many times as fast as one worker of the same kind; the ideal line is as many times as workers.",
                chart);
    }

    private Picture efficiency() {
        XYChart chart = Charts.lines("Efficiency against one worker", WORKERS, "efficiency (speed-up per worker)");
        Charts.computed(chart, "ideal", new double[] {1, Math.max(2, most)}, new double[] {1, 1}, Charts.QUIET);
        for (WorkerKind kind : withSingle()) {
            measured(
                    chart,
                    kind,
                    point -> data.speedup(point) / point.workers(),
                    point -> speedupSpread(point) / point.workers());
        }
        Charts.wholeNumbers(chart, most);
        return Charts.picture(
                "efficiency", "Speed-up divided by the number of workers; 1 is a worker that loses nothing.", chart);
    }

    private List<WorkerKind> withSingle() {
        return data.kinds().stream()
                .filter(kind -> data.single(kind).isPresent())
                .toList();
    }

    private Picture throughput() {
        XYChart chart = Charts.lines("Throughput and Universal Scalability Law", WORKERS, "images per second");
        for (WorkerKind kind : data.kinds()) {
            ToDoubleFunction<SpeedPoint> throughput =
                    point -> point.images() / point.times().mean();
            measured(
                    chart,
                    kind,
                    throughput,
                    point -> throughput.applyAsDouble(point) * point.times().relativeSpread());
        }
        for (WorkerKind kind : data.kinds()) {
            if (SpeedFindings.verdict(data, kind, seed) instanceof UslFit.FitResult.Fitted fitted) {
                double[] x = numbers(data.points(kind), SpeedPoint::workers);
                double[] y =
                        numbers(data.points(kind), point -> fitted.fit().curve().at(point.workers()));
                Charts.computed(
                        chart,
                        "law, " + SpeedFindings.plural(kind),
                        x,
                        y,
                        colour(kind).darker());
            }
        }
        Charts.wholeNumbers(chart, most);
        return Charts.picture(
                "throughput",
                "Images per second over the number of workers, and the fitted law where it describes them (dashed).",
                chart);
    }

    /** Draws a kind of worker, in the same colour in every picture. */
    private void measured(
            XYChart chart, WorkerKind kind, ToDoubleFunction<SpeedPoint> value, ToDoubleFunction<SpeedPoint> spread) {
        List<SpeedPoint> points = data.points(kind);
        XYSeries series = Charts.measured(
                chart, SpeedFindings.plural(kind), workers(points), numbers(points, value), numbers(points, spread));
        series.setLineColor(colour(kind));
        series.setMarkerColor(colour(kind));
        series.setMarker(kind == WorkerKind.THREADS ? SeriesMarkers.CIRCLE : SeriesMarkers.SQUARE);
    }

    private static Color colour(WorkerKind kind) {
        return Charts.PALETTE.get(kind == WorkerKind.THREADS ? 0 : 1);
    }
}
