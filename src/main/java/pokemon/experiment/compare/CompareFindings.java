package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.ThreadRun;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Spread;
import pokemon.experiment.statistics.Summary;

/** What the trials of a comparison say, and nothing that they do not say. */
final class CompareFindings {
    private final CompareData data;
    private final int cores;
    private final boolean weak;

    /** Prepares sentences about trials on a machine with that many processors. */
    CompareFindings(CompareData data, int cores) {
        this.data = data;
        this.cores = cores;
        this.weak = data.settings().scaling() == Scaling.WEAK;
    }

    List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (Workload workload : data.settings().workloads()) {
            together(workload, Strategy.THREADS).ifPresent(findings::add);
            together(workload, Strategy.PROCESSES).ifPresent(findings::add);
            processesAgainstThreads(workload).ifPresent(findings::add);
            against(workload, Strategy.ASYNC).ifPresent(findings::add);
            against(workload, Strategy.VIRTUAL).ifPresent(findings::add);
        }
        findings.addAll(variants());
        if (data.settings().strategies().contains(Strategy.VIRTUAL)
                && ThreadRun.virtualThreads().isEmpty()) {
            findings.add("Virtual threads were not measured: this JVM is Java "
                    + Runtime.version().feature() + ", and they came with Java 21.");
        }
        return findings;
    }

    /** Says how much more gets done in the same time when workers work at the same time. */
    private Optional<String> together(Workload workload, Strategy strategy) {
        Optional<Summary> one = data.times(workload, strategy, 1);
        int most = workers(workload, strategy);
        if (one.isEmpty() || most < 2) {
            return Optional.empty();
        }
        Summary many = data.times(workload, strategy, most).orElseThrow();
        double gain = one.get().mean() / many.mean() * (weak ? most : 1);
        String means = Spread.apart(scaled(one.get(), weak ? most : 1), many)
                ? gain > 1 ? verdict(workload, strategy) : ": together they are slower than one"
                : ": within the spread that is no gain";
        return Optional.of(Figures.text(
                "%s: %d %s did %.1f times as much per second as one (%s against %s for %s)%s.",
                workload.label(),
                most,
                strategy.label(),
                gain,
                Figures.seconds(many.mean()),
                Figures.seconds(one.get().mean()),
                weak ? "one worker's part" : "the same work",
                means));
    }

    private static String verdict(Workload workload, Strategy strategy) {
        return switch (workload) {
            case CPU ->
                strategy == Strategy.THREADS
                        ? ": threads of this JVM do compute at the same time"
                        : ": processes compute at the same time";
            case IO -> ": they wait at the same time";
            case MIXED -> "";
        };
    }

    private int workers(Workload workload, Strategy strategy) {
        int limit = workload == Workload.IO ? Integer.MAX_VALUE : cores;
        return data.workers(workload, strategy).stream()
                .filter(count -> count <= limit)
                .reduce(0, Math::max);
    }

    private static Summary scaled(Summary times, double factor) {
        return Summary.of(
                times.samples().stream().map(seconds -> seconds * factor).toList());
    }

    private Optional<String> processesAgainstThreads(Workload workload) {
        List<Integer> counts = data.workers(workload, Strategy.PROCESSES);
        int fewest = counts.isEmpty() ? 0 : counts.get(0);
        Optional<Summary> threads = data.times(workload, Strategy.THREADS, fewest);
        if (counts.isEmpty() || threads.isEmpty()) {
            return Optional.empty();
        }
        ComparePoint point = new ComparePoint(workload, Strategy.PROCESSES, fewest);
        Summary processes = data.summary(point, CompareTrial::seconds).orElseThrow();
        double inThread = data.mean(
                new ComparePoint(workload, Strategy.THREADS, fewest),
                trial -> trial.measured().workNanos() / 1e9);
        return Optional.of(Figures.text(
                "%s: %d %s took %s where %s took %s. A child JVM took %s until its first instruction, %s for the work"
                        + " (a thread %s: its code is loaded and compiled already), and %s to end.",
                workload.label(),
                fewest,
                fewest == 1 ? "process" : "processes",
                Figures.seconds(processes.mean()),
                fewest == 1 ? "a thread" : "threads",
                Figures.seconds(threads.get().mean()),
                Figures.seconds(data.mean(point, trial -> trial.measured().startNanos() / 1e9)),
                Figures.seconds(data.mean(point, trial -> trial.measured().workNanos() / 1e9)),
                Figures.seconds(inThread),
                Figures.seconds(data.mean(point, trial -> trial.measured().stopNanos() / 1e9))));
    }

    private Optional<String> against(Workload workload, Strategy strategy) {
        int most = data.workers(workload, strategy).stream().reduce(0, Math::max);
        Optional<Summary> threads = data.times(workload, Strategy.THREADS, most);
        Optional<Summary> other = data.times(workload, strategy, most);
        if (threads.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Figures.text(
                "%s: the work of %d took %s %s, %s with threads%s.",
                workload.label(),
                most,
                Figures.seconds(other.get().mean()),
                strategy == Strategy.ASYNC ? "asynchronously" : "with virtual threads",
                Figures.seconds(threads.get().mean()),
                Spread.apart(threads.get(), other.get()) ? "" : ", no difference within the spread"));
    }

    private List<String> variants() {
        List<String> findings = new ArrayList<>();
        Optional<Summary> serial = data.times(Workload.IO, Strategy.SERIAL, 1);
        Optional<Summary> fresh = data.times(Workload.IO, Strategy.SERIAL_NEW_CONNECTION, 1);
        if (serial.isPresent() && fresh.isPresent()) {
            int items = data.settings().amounts().get(Workload.IO);
            double cost = (fresh.get().mean() - serial.get().mean()) / items;
            findings.add(
                    Spread.apart(serial.get(), fresh.get())
                            ? Figures.text(
                                    "A new connection for each page costs %s per page over loopback.",
                                    Figures.seconds(cost))
                            : "What a new connection for each page costs over loopback is within the spread.");
        }
        for (Strategy strategy : List.of(Strategy.SERIAL_PRINT, Strategy.SERIAL_LOG)) {
            ComparePoint point = new ComparePoint(Workload.IO, strategy, 1);
            data.summary(point, trial -> trial.measured().asideNanos() / 1e9 / trial.items())
                    .ifPresent(aside -> findings.add(Figures.text(
                            "%s each item to a file costs %s per item.",
                            strategy == Strategy.SERIAL_PRINT ? "Printing" : "Logging",
                            Figures.seconds(aside.mean()))));
        }
        return findings;
    }
}
