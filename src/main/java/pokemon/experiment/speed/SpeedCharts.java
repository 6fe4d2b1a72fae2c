package pokemon.experiment.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pokemon.experiment.chart.Axis;
import pokemon.experiment.chart.Chart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.Series;
import pokemon.experiment.measure.TrialRun;
import pokemon.experiment.measure.TrialSettings;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.WorkerKind;

/** The charts over the number of workers. */
final class SpeedCharts {
    private final SpeedData data;
    private final SpeedFindings findings;
    private final int cores;
    private final String conditions;
    private final String means;
    private final Axis workers;

    /**
     * Prepares the charts.
     *
     * @param settings what was the same in all trials, for subtitles
     * @param cores the number of processors
     */
    SpeedCharts(SpeedData data, SpeedFindings findings, TrialSettings settings, int cores) {
        this.data = data;
        this.findings = findings;
        this.cores = cores;
        this.conditions = settings.conditions(cores);
        int runs = data.points().stream()
                .mapToInt(point -> point.runs().size())
                .max()
                .orElseThrow();
        means = conditions + ", " + Charts.means(runs, "runs");
        workers = Axis.counts(
                "number of workers",
                data.points().stream().map(SpeedPoint::workers).toList());
    }

    /** Returns all charts. To add one, add a method here. */
    List<Picture> pictures() {
        List<Chart> charts = new ArrayList<>();
        charts.add(time());
        data.kinds().forEach(kind -> charts.add(images(kind)));
        if (!kindsWithSingle().isEmpty()) {
            charts.add(speedup());
            charts.add(efficiency());
        }
        charts.add(throughput());
        if (data.points().stream().anyMatch(point -> Double.isFinite(point.busyProcessors()))) {
            charts.add(processors());
            charts.add(memory());
        }
        return charts.stream().map(Chart::picture).toList();
    }

    private Chart chart(String name, String title, String subtitle, Axis y, String caption, List<Series> series) {
        return Chart.of(name, caption, new Panel(title, subtitle, workers, y, series));
    }

    private Chart time() {
        return chart(
                "time",
                "How long does a download take?",
                means,
                Axis.linear("time [s]"),
                "Wall time of a whole download over the number of workers.",
                measured(data.kinds(), point -> Series.Point.of(point.workers(), point.times())));
    }

    private Chart images(WorkerKind kind) {
        String plural = SpeedFindings.plural(kind);
        List<SpeedPoint> points = data.points(kind);
        return chart(
                "images-" + plural,
                "How evenly do " + plural + " share the images?",
                conditions,
                Axis.whole("images per worker"),
                "Images that one of the " + plural + " saved: the most and the least in any run, and the average.",
                List.of(
                        Series.of("most", 2, Series.Kind.MEASURED, points, SpeedPoint::workers, SpeedPoint::maxImages),
                        Series.of("least", 3, Series.Kind.MEASURED, points, SpeedPoint::workers, SpeedPoint::minImages),
                        Series.of(
                                "average",
                                Series.NEUTRAL,
                                Series.Kind.DASHED,
                                points,
                                SpeedPoint::workers,
                                SpeedPoint::averageImages)));
    }

    private List<WorkerKind> kindsWithSingle() {
        return data.kinds().stream()
                .filter(kind -> data.single(kind).isPresent())
                .toList();
    }

    /** Returns a speed-up with its spread; that of one worker is 1 by definition. */
    private Series.Point speedup(SpeedPoint point) {
        if (point.workers() == 1) {
            return Series.Point.of(1, 1);
        }
        SpeedPoint single = data.single(point.trial().kind()).orElseThrow();
        double speedup = data.speedup(point);
        double spread = point.runs().size() == 1
                ? Double.NaN
                : speedup
                        * Math.hypot(
                                point.times().relativeSpread(), single.times().relativeSpread());
        List<Double> runs = point.times().samples().stream()
                .map(seconds -> single.times().mean() / seconds)
                .toList();
        return new Series.Point(point.workers(), speedup, spread, runs);
    }

    private static Series.Point divided(Series.Point point, double divisor) {
        return new Series.Point(
                point.x(),
                point.y() / divisor,
                point.spread() / divisor,
                point.runs().stream().map(run -> run / divisor).toList());
    }

    private Chart speedup() {
        List<Series> series = measured(kindsWithSingle(), this::speedup);
        double highest = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(point -> point.y() + (point.hasSpread() ? point.spread() : 0))
                .max()
                .orElse(1);
        List<Integer> shown = counts().filter(n -> n <= highest * 1.15).boxed().toList();
        return chart(
                "speedup",
                "How many times as fast as one worker are n?",
                means,
                Axis.linear("speed-up (times as fast)"),
                "Time of one worker divided by that of n of the same kind; the ideal line is n times as fast.",
                with(series, Series.of("ideal", Series.NEUTRAL, Series.Kind.DASHED, shown, n -> n, n -> n)));
    }

    private Chart efficiency() {
        return chart(
                "efficiency",
                "How much of a lone worker's speed does each of n keep?",
                means,
                Axis.linear("efficiency (speed-up per worker)"),
                "Speed-up divided by the number of workers; 1 is a worker that loses nothing.",
                with(
                        measured(kindsWithSingle(), point -> divided(speedup(point), point.workers())),
                        computed("ideal", Series.NEUTRAL, Series.Kind.DASHED, n -> 1)));
    }

    private Chart throughput() {
        List<Series> laws = data.kinds().stream().flatMap(this::laws).toList();
        List<Series> series = new ArrayList<>(measured(data.kinds(), SpeedCharts::throughput));
        series.addAll(laws);
        return chart(
                "throughput",
                "How many images per second do n workers save?",
                means,
                Axis.linear("images per second"),
                laws.isEmpty()
                        ? "Images per second over the number of workers. No law is drawn, as none was fitted."
                        : "Images per second over the number of workers, the fitted Universal Scalability Law (dashed)"
                                + " and Amdahl's law (dotted).",
                series);
    }

    private static Series.Point throughput(SpeedPoint point) {
        List<Double> runs = point.times().samples().stream()
                .map(seconds -> point.images() / seconds)
                .toList();
        double mean = point.images() / point.times().mean();
        double spread = runs.size() == 1 ? Double.NaN : mean * point.times().relativeSpread();
        return new Series.Point(point.workers(), mean, spread, runs);
    }

    private Stream<Series> laws(WorkerKind kind) {
        if (findings.fit(kind) instanceof UslFit.FitResult.Fitted fitted) {
            return Stream.of(
                    law(
                            "Universal Scalability Law",
                            kind,
                            Series.Kind.DASHED,
                            fitted.fit().curve()),
                    law("Amdahl's law", kind, Series.Kind.DOTTED, fitted.fit().amdahl()));
        }
        return Stream.empty();
    }

    private Series law(String name, WorkerKind kind, Series.Kind line, UslCurve curve) {
        String plural = SpeedFindings.plural(kind);
        return computed(name + ", " + plural, Series.colour(plural), line, curve::at);
    }

    private Chart processors() {
        List<Series> series = measured(
                data.kinds(),
                point -> Series.Point.of(point.workers(), Summary.of(point.measured(), TrialRun::busyProcessors)));
        return chart(
                "processors",
                "How many processors do n workers keep busy?",
                means,
                Axis.linear("CPU time / wall time"),
                "CPU time divided by wall time, the built-in mirror included; at the dashed line all processors are busy.",
                with(series, computed("all processors", Series.NEUTRAL, Series.Kind.DASHED, n -> cores)));
    }

    private Chart memory() {
        return chart(
                "memory",
                "How much memory do n workers add?",
                means,
                Axis.linear("added memory [MB]"),
                "Resident memory at its peak beyond that of the measuring JVM before the run; memory that processes share"
                        + " counts in each of them.",
                measured(
                        data.kinds(),
                        point -> Series.Point.of(
                                point.workers(),
                                Summary.of(point.measured(), run -> run.usage().addedBytes() / 1e6))));
    }

    /** Returns a computed line at the whole numbers from one worker to the most. */
    private Series computed(String name, int colour, Series.Kind line, IntToDoubleFunction value) {
        return Series.of(name, colour, line, counts().boxed().toList(), n -> n, n -> value.applyAsDouble(n));
    }

    private IntStream counts() {
        return IntStream.rangeClosed(
                1, data.points().stream().mapToInt(SpeedPoint::workers).max().orElseThrow());
    }

    /** Returns a series for each kind of worker, in the same colour in every chart. */
    private List<Series> measured(List<WorkerKind> kinds, Function<SpeedPoint, Series.Point> value) {
        return kinds.stream()
                .map(kind -> Series.of(
                        SpeedFindings.plural(kind),
                        Series.Kind.MEASURED,
                        data.points(kind).stream().map(value).toList()))
                .toList();
    }

    private static List<Series> with(List<Series> series, Series another) {
        return Stream.concat(series.stream(), Stream.of(another)).toList();
    }
}
