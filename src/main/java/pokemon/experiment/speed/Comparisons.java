package pokemon.experiment.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pokemon.experiment.statistics.MeanTest;
import pokemon.experiment.statistics.MeanTest.Verdict;
import pokemon.experiment.statistics.Ratio;
import pokemon.experiment.table.Figures;
import pokemon.schedule.run.WorkerKind;

/** How the fastest threads, the fastest processes and one thread compare. */
record Comparisons(SpeedData data) {
    /** Returns the fastest threads and the fastest processes against one thread, and against each other. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Optional<SpeedPoint> one = data.single(WorkerKind.THREADS);
        Optional<SpeedPoint> threads = fastest(WorkerKind.THREADS);
        Optional<SpeedPoint> processes = fastest(WorkerKind.PROCESSES);
        if (one.isPresent()) {
            threads.filter(best -> best.workers() > 1)
                    .ifPresent(best -> sentences.add(against(best, one.get(), picked(WorkerKind.THREADS))));
            processes.ifPresent(best ->
                    sentences.add(against(best, one.get(), picked(WorkerKind.PROCESSES)) + " " + breakEven(one.get())));
        }
        if (threads.isPresent() && processes.isPresent()) {
            boolean faster =
                    threads.get().times().mean() <= processes.get().times().mean();
            sentences.add(against(
                    faster ? threads.get() : processes.get(),
                    faster ? processes.get() : threads.get(),
                    picked(WorkerKind.THREADS) * picked(WorkerKind.PROCESSES)));
        }
        return sentences;
    }

    /** Returns from how many numbers of workers the fastest one is picked. */
    private int picked(WorkerKind kind) {
        return data.points(kind).size();
    }

    private Optional<SpeedPoint> fastest(WorkerKind kind) {
        return data.points(kind).stream()
                .min(Comparator.comparingDouble(point -> point.times().mean()));
    }

    private static String against(SpeedPoint best, SpeedPoint other, int picked) {
        return Figures.text(
                "%s took %s, %s %s: %s.",
                best.trial().label(),
                Figures.seconds(best.times().mean()),
                other.trial().label(),
                Figures.seconds(other.times().mean()),
                Figures.timesAsFast(Ratio.of(other.times(), best.times(), picked)));
    }

    /** Says from which number on processes are known to be faster than one thread. */
    private String breakEven(SpeedPoint one) {
        List<SpeedPoint> processes = data.points(WorkerKind.PROCESSES);
        if (processes.stream().anyMatch(point -> verdict(point, one) == Verdict.UNKNOWN)) {
            return "Some numbers ran only once, so from which number on processes beat one thread is unknown.";
        }
        return processes.stream()
                .filter(point -> point.times().mean() < one.times().mean() && verdict(point, one) == Verdict.DIFFERENT)
                .findFirst()
                .map(point -> Figures.text("Processes beat one thread from n = %d.", point.workers()))
                .orElseGet(() -> Figures.text(
                        "No number of processes up to %d is known to beat one thread.",
                        processes.get(processes.size() - 1).workers()));
    }

    private Verdict verdict(SpeedPoint point, SpeedPoint one) {
        return MeanTest.verdict(point.times(), one.times(), picked(WorkerKind.PROCESSES));
    }

    /** Returns why threads do here what they do not do in Python, where both kinds were measured. */
    Optional<String> noGlobalLock() {
        Optional<SpeedPoint> threads = fastest(WorkerKind.THREADS).filter(this::hasSpeedup);
        Optional<SpeedPoint> processes = fastest(WorkerKind.PROCESSES).filter(this::hasSpeedup);
        return threads.flatMap(t -> processes.map(p -> Figures.text(
                "Why Java differs from Python: CPython's global interpreter lock lets one thread at a time run Python"
                        + " code, though not while it waits. The JVM has no such lock. Here %s were %s times as fast as"
                        + " one, and %s %s times as fast as one.",
                t.trial().label(),
                Figures.factor(data.speedup(t)),
                p.trial().label(),
                Figures.factor(data.speedup(p)))));
    }

    private boolean hasSpeedup(SpeedPoint point) {
        return point.workers() > 1 && !Double.isNaN(data.speedup(point));
    }
}
