package pokemon.experiment.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.ThreadRun;
import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Summary;

/** What the trials show, in sentences. */
final class CompareFindings {
    private final CompareData data;
    private final int cores;
    private final boolean weak;

    /** Prepares findings about trials on a machine with this number of processors. */
    CompareFindings(CompareData data, int cores) {
        this.data = data;
        this.cores = cores;
        this.weak = data.settings().scaling() == Scaling.WEAK;
    }

    /** Returns all findings. To add one, add a method to these lists. */
    List<String> findings() {
        return Stream.concat(
                        data.settings().workloads().stream()
                                .flatMap(workload -> Stream.of(
                                        parallelism(workload, Strategy.THREADS),
                                        parallelism(workload, Strategy.PROCESSES),
                                        processesAgainstThreads(workload),
                                        againstThreads(workload, Strategy.ASYNC),
                                        againstThreads(workload, Strategy.VIRTUAL))),
                        Stream.of(
                                newConnections(),
                                aside(Strategy.SERIAL_PRINT, "Printing"),
                                aside(Strategy.SERIAL_LOG, "Logging"),
                                noVirtualThreads()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Compares the throughput of several workers with that of one. */
    private Optional<String> parallelism(Workload workload, Strategy strategy) {
        Optional<Summary> one = data.times(workload, strategy, 1);
        int max = maxWorkers(workload, strategy);
        if (one.isEmpty() || max < 2) {
            return Optional.empty();
        }
        Summary many = data.times(workload, strategy, max).orElseThrow();
        double gain = one.get().mean() / many.mean() * (weak ? max : 1);
        String meaning = scaled(one.get(), weak ? max : 1).differsFrom(many)
                ? gain > 1 ? explanation(workload, strategy) : ": together they are slower than one"
                : ": within the spread that is no gain";
        return Optional.of(Figures.text(
                "%s: %d %s did %.1f times as much per second as one (%s against %s for %s)%s.",
                workload.label(),
                max,
                strategy.label(),
                gain,
                Figures.seconds(many.mean()),
                Figures.seconds(one.get().mean()),
                weak ? "one worker's part" : "the same work",
                meaning));
    }

    private static String explanation(Workload workload, Strategy strategy) {
        return switch (workload) {
            case CPU ->
                strategy == Strategy.THREADS
                        ? ": threads of this JVM do compute at the same time"
                        : ": processes compute at the same time";
            case IO -> ": they wait at the same time";
            case MIXED -> "";
        };
    }

    private int maxWorkers(Workload workload, Strategy strategy) {
        int limit = workload == Workload.IO ? Integer.MAX_VALUE : cores;
        return data.workers(workload, strategy).stream()
                .filter(count -> count <= limit)
                .reduce(0, Math::max);
    }

    private static Summary scaled(Summary times, double factor) {
        return Summary.of(times.samples(), seconds -> seconds * factor);
    }

    private Optional<String> processesAgainstThreads(Workload workload) {
        List<Integer> counts = data.workers(workload, Strategy.PROCESSES);
        int fewest = counts.isEmpty() ? 0 : counts.get(0);
        Optional<Summary> threads = data.times(workload, Strategy.THREADS, fewest);
        if (counts.isEmpty() || threads.isEmpty()) {
            return Optional.empty();
        }
        Summary processes = data.times(workload, Strategy.PROCESSES, fewest).orElseThrow();
        return Optional.of(Figures.text(
                "%s: %d %s took %s where %s took %s. A child JVM took %s until its first instruction, %s for the work"
                        + " (a thread %s: its code is loaded and compiled already), and %s to end.",
                workload.label(),
                fewest,
                fewest == 1 ? "process" : "processes",
                Figures.seconds(processes.mean()),
                fewest == 1 ? "a thread" : "threads",
                Figures.seconds(threads.get().mean()),
                Figures.seconds(data.mean(workload, Strategy.PROCESSES, fewest, Timing::startSeconds)),
                Figures.seconds(data.mean(workload, Strategy.PROCESSES, fewest, Timing::workSeconds)),
                Figures.seconds(data.mean(workload, Strategy.THREADS, fewest, Timing::workSeconds)),
                Figures.seconds(data.mean(workload, Strategy.PROCESSES, fewest, Timing::stopSeconds))));
    }

    private Optional<String> againstThreads(Workload workload, Strategy strategy) {
        int max = data.workers(workload, strategy).stream().reduce(0, Math::max);
        Optional<Summary> threads = data.times(workload, Strategy.THREADS, max);
        Optional<Summary> other = data.times(workload, strategy, max);
        if (threads.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Figures.text(
                "%s: the work of %d took %s %s, %s with threads%s.",
                workload.label(),
                max,
                Figures.seconds(other.get().mean()),
                strategy == Strategy.ASYNC ? "asynchronously" : "with virtual threads",
                Figures.seconds(threads.get().mean()),
                threads.get().differsFrom(other.get()) ? "" : ", no difference within the spread"));
    }

    private Optional<String> newConnections() {
        Optional<Summary> serial = data.times(Workload.IO, Strategy.SERIAL, 1);
        Optional<Summary> fresh = data.times(Workload.IO, Strategy.SERIAL_NEW_CONNECTION, 1);
        if (serial.isEmpty() || fresh.isEmpty()) {
            return Optional.empty();
        }
        int items = data.settings().amounts().get(Workload.IO);
        double cost = (fresh.get().mean() - serial.get().mean()) / items;
        return Optional.of(
                serial.get().differsFrom(fresh.get())
                        ? Figures.text(
                                "A new connection for each page costs %s per page over loopback.",
                                Figures.seconds(cost))
                        : "What a new connection for each page costs over loopback is within the spread.");
    }

    private Optional<String> aside(Strategy strategy, String what) {
        return data.summary(Workload.IO, strategy, 1, CompareTrial::asideSecondsPerItem)
                .map(aside ->
                        Figures.text("%s each item to a file costs %s per item.", what, Figures.seconds(aside.mean())));
    }

    private Optional<String> noVirtualThreads() {
        boolean asked = data.settings().strategies().contains(Strategy.VIRTUAL);
        return asked && ThreadRun.virtualThreads().isEmpty()
                ? Optional.of("Virtual threads were not measured: this JVM is Java "
                        + Runtime.version().feature() + ", and they came with Java 21.")
                : Optional.empty();
    }
}
