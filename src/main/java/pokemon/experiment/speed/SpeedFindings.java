package pokemon.experiment.speed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pokemon.experiment.report.Warnings;
import pokemon.experiment.statistics.Bootstrap;
import pokemon.experiment.table.Figures;
import pokemon.schedule.run.WorkerKind;

/** What the measurements show, in sentences. */
record SpeedFindings(SpeedData data, ResourceFindings resources, long seed) {
    private static final int BOOTSTRAP_ROUNDS = 1000;

    /** Returns all findings, the most important ones first. To add one, add a method to these lists. */
    List<String> findings() {
        Comparisons comparisons = new Comparisons(data);
        return Stream.of(
                        comparisons.sentences().stream(),
                        data.kinds().stream().map(this::saturation).flatMap(Optional::stream),
                        data.kinds().stream().flatMap(kind -> fit(kind).sentences(plural(kind)).stream()),
                        resources.sentences().stream(),
                        Stream.of(oneAgainstOne(), coldStart(), lateStarters(), comparisons.noGlobalLock())
                                .flatMap(Optional::stream))
                .flatMap(sentences -> sentences)
                .toList();
    }

    static String plural(WorkerKind kind) {
        return kind == WorkerKind.THREADS ? "threads" : "processes";
    }

    private Optional<String> saturation(WorkerKind kind) {
        List<SaturationPoint.Time> times = data.points(kind).stream()
                .map(point -> new SaturationPoint.Time(point.workers(), point.times()))
                .toList();
        return Optional.of(times).filter(points -> points.size() > 1).map(points -> SaturationPoint.of(points)
                .sentence(plural(kind)));
    }

    /** Returns the fit of the Universal Scalability Law to the runs of a kind. */
    UslFit.FitResult fit(WorkerKind kind) {
        List<UslCurve.Point> points = data.points(kind).stream()
                .flatMap(point -> point.throughputs().stream())
                .toList();
        return UslFit.of(points, new Bootstrap(BOOTSTRAP_ROUNDS, seed));
    }

    private Optional<String> oneAgainstOne() {
        Optional<RunParts> thread = data.parts(WorkerKind.THREADS);
        Optional<RunParts> process = data.parts(WorkerKind.PROCESSES);
        if (thread.isEmpty() || process.isEmpty()) {
            return Optional.empty();
        }
        RunParts t = thread.get();
        RunParts p = process.get();
        double difference = p.whole() - t.whole();
        return Optional.of(Figures.text(
                "One process took %s and one thread %s: the process is %s %s. Measured part by part (process minus"
                        + " thread): until the first image begins %s, the first %d images beyond the pace of later ones"
                        + " %s, all images at that pace %s (%s against %s each), between images %s, from the last image to the end of the worker %s.",
                Figures.seconds(p.whole()),
                Figures.seconds(t.whole()),
                Figures.seconds(Math.abs(difference)),
                difference > 0 ? "slower" : "faster",
                signed(p.start() - t.start()),
                RunParts.FIRST,
                signed(p.warmUp() - t.warmUp()),
                signed(p.images() - t.images()),
                Figures.seconds(p.perImage()),
                Figures.seconds(t.perImage()),
                signed(p.between() - t.between()),
                signed(p.end() - t.end())));
    }

    private static String signed(double seconds) {
        return (seconds < 0 ? "-" : "+") + Figures.seconds(Math.abs(seconds));
    }

    private Optional<String> coldStart() {
        return data.coldParts()
                .map(cold -> Figures.text(
                        "The very first run, one thread in a JVM that had downloaded nothing before, took %s; its first %d"
                                + " images took %s longer than as many later ones.%s",
                        Figures.seconds(cold.whole()),
                        RunParts.FIRST,
                        Figures.seconds(cold.warmUp()),
                        data.kinds().contains(WorkerKind.PROCESSES)
                                ? " It does not count: the threads above ran in a JVM that was warm already, while each"
                                        + " process is a new one."
                                : " It does not count."));
    }

    private Optional<String> lateStarters() {
        List<SpeedPoint> points = data.points(WorkerKind.PROCESSES);
        if (points.size() < 2) {
            return Optional.empty();
        }
        SpeedPoint few = points.get(0);
        SpeedPoint many = points.get(points.size() - 1);
        return Optional.of(Figures.text(
                "The last process begins its first image %s after the start of the run with %s, and %s after it with %s.",
                Figures.seconds(few.lastBegins()),
                few.trial().label(),
                Figures.seconds(many.lastBegins()),
                many.trial().label()));
    }

    /** Adds warnings about doubtful numbers. To add a warning, add it here. */
    Warnings warn(Warnings warnings) {
        double drift = data.drift();
        return warnings.add(
                Math.abs(drift) > 0.05,
                Figures.text(
                        "The last third of the runs took %.0f %% %s than the first third, each compared with the mean of"
                                + " its number of workers.",
                        Math.abs(drift) * 100, drift > 0 ? "longer" : "less"));
    }
}
