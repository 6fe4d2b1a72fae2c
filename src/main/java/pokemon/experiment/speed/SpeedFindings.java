package pokemon.experiment.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pokemon.experiment.report.Figures;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.Warnings;
import pokemon.experiment.statistics.Bootstrap;
import pokemon.schedule.run.WorkerKind;

/** What the measured speed says, in words. */
final class SpeedFindings {
    private static final int BOOTSTRAP_ROUNDS = 1000;

    private final SpeedData data;
    private final long seed;
    private final List<String> sentences = new ArrayList<>();

    private SpeedFindings(SpeedData data, long seed) {
        this.data = data;
        this.seed = seed;
    }

    static List<String> of(SpeedData data, long seed) {
        SpeedFindings findings = new SpeedFindings(data, seed);
        for (WorkerKind kind : data.kinds()) {
            findings.payoff(kind);
            findings.law(kind);
        }
        findings.oneAgainstOne();
        findings.coldStart();
        findings.lateStarters();
        return List.copyOf(findings.sentences);
    }

    /** Returns the name of many workers of a kind. */
    static String plural(WorkerKind kind) {
        return kind == WorkerKind.THREADS ? "threads" : "processes";
    }

    private void payoff(WorkerKind kind) {
        List<SaturationPoint.Time> times = data.points(kind).stream()
                .map(point -> new SaturationPoint.Time(point.workers(), point.times()))
                .toList();
        if (times.size() > 1) {
            sentences.add(SaturationPoint.of(times).sentence(plural(kind)));
        }
    }

    private void law(WorkerKind kind) {
        UslFit.FitResult verdict = verdict(data, kind, seed);
        if (verdict instanceof UslFit.FitResult.Refused refused) {
            sentences.add(
                    "No Universal Scalability Law is fitted to the " + plural(kind) + ": " + refused.reason() + ".");
        } else if (verdict instanceof UslFit.FitResult.Fitted fitted) {
            sentences.add("The Universal Scalability Law fitted to the " + plural(kind) + " has "
                    + fitted.fit().sentence() + ".");
        }
    }

    static UslFit.FitResult verdict(SpeedData data, WorkerKind kind, long seed) {
        List<UslCurve.Point> points = data.points(kind).stream()
                .flatMap(point -> point.throughputs().stream())
                .toList();
        return UslFit.of(points, new Bootstrap(BOOTSTRAP_ROUNDS, seed));
    }

    private void oneAgainstOne() {
        Optional<RunParts> thread = SpeedTables.single(data, WorkerKind.THREADS);
        Optional<RunParts> process = SpeedTables.single(data, WorkerKind.PROCESSES);
        if (thread.isEmpty() || process.isEmpty()) {
            return;
        }
        RunParts t = thread.get();
        RunParts p = process.get();
        double difference = p.whole() - t.whole();
        sentences.add(Figures.text(
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

    private void coldStart() {
        SpeedTables.cold(data)
                .ifPresent(cold -> sentences.add(Figures.text(
                        "The threads above ran in a JVM that was warm already, while each process is a new JVM. The very"
                                + " first run, one thread in a JVM that had downloaded nothing before, took %s; its first %d images"
                                + " took %s longer than as many later ones (the built-in mirror, if used, was cold as"
                                + " well).",
                        Figures.seconds(cold.whole()), RunParts.FIRST, Figures.seconds(cold.warmUp()))));
    }

    private void lateStarters() {
        List<SpeedPoint> points = data.points(WorkerKind.PROCESSES);
        if (points.size() < 2) {
            return;
        }
        SpeedPoint few = points.get(0);
        SpeedPoint many = points.get(points.size() - 1);
        sentences.add(Figures.text(
                "With %s the last one begins its first image after %s, with %s after %s: child JVMs share the processors"
                        + " while they start.",
                few.trial().label(),
                Figures.seconds(few.lastBegins()),
                many.trial().label(),
                Figures.seconds(many.lastBegins())));
    }

    /** Returns what makes the numbers doubtful. */
    static List<String> warnings(SpeedData data, List<Result> results, int planned) {
        double drift = data.drift();
        return new Warnings()
                .partial(data.stopped(), data.order().size(), planned)
                .add(data.incomplete() > 0, Figures.text("Left out because images failed: %d runs.", data.incomplete()))
                .times(results)
                .machine(data.othersBefore(), data.othersAfter())
                .add(
                        Math.abs(drift) > 0.05,
                        Figures.text(
                                "The machine changed its pace: the last third of the runs took %.0f %% %s than the first"
                                        + " third, compared with the means of their points.",
                                Math.abs(drift) * 100, drift > 0 ? "longer" : "less"))
                .sentences();
    }
}
