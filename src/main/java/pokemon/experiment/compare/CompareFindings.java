package pokemon.experiment.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.ThreadRun;
import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.report.Bound;
import pokemon.experiment.statistics.MeanTest;
import pokemon.experiment.statistics.Ratio;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Figures;
import pokemon.schedule.run.WorkerKind;

/**
 * What the trials show, in sentences.
 *
 * @param cores the number of processors
 * @param disturbed whether other programs used them
 */
record CompareFindings(CompareData data, int cores, boolean disturbed) {
    /** Returns all findings, the most important ones first. To add one, add a method to these lists. */
    List<String> findings() {
        Set<Workload> workloads = data.settings().workloads();
        return Stream.of(
                        workloads.stream()
                                .flatMap(workload -> Stream.of(
                                        againstSerial(workload, Strategy.THREADS),
                                        againstSerial(workload, Strategy.PROCESSES))),
                        workloads.stream()
                                .flatMap(workload -> Stream.of(
                                        parallelism(workload, Strategy.THREADS),
                                        parallelism(workload, Strategy.PROCESSES),
                                        bound(workload),
                                        processesAgainstThreads(workload),
                                        againstThreads(workload, Strategy.ASYNC),
                                        againstThreads(workload, Strategy.VIRTUAL))),
                        Stream.of(
                                newConnections(),
                                aside(Strategy.SERIAL_PRINT, "Printing"),
                                aside(Strategy.SERIAL_LOG, "Logging"),
                                noVirtualThreads(),
                                noGlobalLock()))
                .flatMap(sentences -> sentences)
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean isWeak() {
        return data.settings().scaling() == Scaling.WEAK;
    }

    /** Compares the best number of workers with serial doing the same work. */
    private Optional<String> againstSerial(Workload workload, Strategy strategy) {
        List<Integer> both = data.workers(workload, strategy, Strategy.SERIAL);
        return both.stream()
                .max(Comparator.comparingDouble(
                        workers -> ratioToSerial(workload, strategy, workers, 1).value()))
                .map(workers -> Figures.text(
                        "%s: %s did in %s what serial did in %s: %s.",
                        workload,
                        count(strategy, workers),
                        Figures.seconds(times(workload, strategy, workers).mean()),
                        Figures.seconds(
                                times(workload, Strategy.SERIAL, workers).mean()),
                        Figures.timesAsFast(ratioToSerial(workload, strategy, workers, both.size()))));
    }

    private Ratio ratioToSerial(Workload workload, Strategy strategy, int workers, int picked) {
        return Ratio.of(times(workload, Strategy.SERIAL, workers), times(workload, strategy, workers), picked);
    }

    private Summary times(Workload workload, Strategy strategy, int workers) {
        return data.times(workload, strategy, workers).orElseThrow();
    }

    private static String count(Strategy strategy, int workers) {
        return (strategy == Strategy.PROCESSES ? WorkerKind.PROCESSES : WorkerKind.THREADS).count(workers);
    }

    /** Compares the throughput of several workers with that of one. */
    private Optional<String> parallelism(Workload workload, Strategy strategy) {
        int max = maxWorkers(workload, strategy);
        return gain(workload, strategy)
                .map(gain -> Figures.text(
                        "%s: %s did %s times as much per second as one (%s against %s for %s)%s.",
                        workload,
                        count(strategy, max),
                        Figures.factor(gain),
                        Figures.seconds(times(workload, strategy, max).mean()),
                        Figures.seconds(times(workload, strategy, 1).mean()),
                        isWeak() ? "one worker's part" : "the same work",
                        meaning(
                                times(workload, strategy, 1).times(isWeak() ? max : 1),
                                times(workload, strategy, max),
                                "with")));
    }

    /** Returns how many times as much the largest number of workers does per second as one. */
    private Optional<Double> gain(Workload workload, Strategy strategy) {
        int max = maxWorkers(workload, strategy);
        return data.times(workload, strategy, 1)
                .filter(one -> max > 1)
                .map(one -> one.mean() / times(workload, strategy, max).mean() * (isWeak() ? max : 1));
    }

    /** Returns whether a workload is bound by the processors or by waiting, from CPU time over wall time. */
    private Optional<String> bound(Workload workload) {
        return Stream.of(Strategy.SERIAL, Strategy.THREADS)
                .filter(strategy -> data.has(workload, strategy))
                .findFirst()
                .flatMap(strategy -> bound(workload, strategy));
    }

    private Optional<String> bound(Workload workload, Strategy strategy) {
        List<Integer> counts = data.workers(workload, strategy);
        // One worker in both cases; serial also does the work of many, which takes longer and shows more.
        int workers = strategy == Strategy.SERIAL ? counts.get(counts.size() - 1) : 1;
        return data.summary(workload, strategy, workers, CompareTrial::busyProcessors)
                .map(Summary::mean)
                .filter(Double::isFinite)
                .map(busy -> Figures.text(
                        "%s: %s kept %.2f of a processor busy for %s (CPU time over wall time%s): it is %s.",
                        workload,
                        strategy == Strategy.SERIAL ? "serial" : "1 thread",
                        busy,
                        Figures.seconds(times(workload, strategy, workers).mean()),
                        workload.usesNetwork() ? ", the built-in mirror included" : "",
                        Bound.verdict(busy, times(workload, strategy, workers).mean(), disturbed)));
    }

    /** Returns the meaning of a difference as a clause; the preposition introduces the runs. */
    private static String meaning(Summary one, Summary other, String preposition) {
        return switch (MeanTest.verdict(one, other, 1)) {
            case DIFFERENT -> "";
            case CHANCE -> ", a difference that chance may explain";
            case UNKNOWN -> ", " + preposition + " single runs, whose spread is unknown";
        };
    }

    private int maxWorkers(Workload workload, Strategy strategy) {
        int limit = workload == Workload.IO ? Integer.MAX_VALUE : cores;
        return data.workers(workload, strategy).stream()
                .filter(count -> count <= limit)
                .reduce(0, Math::max);
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
                "%s: %s took %s where %s took %s. A child JVM took %s until its first instruction, %s for the work"
                        + " (a thread took %s), and %s to end.",
                workload,
                WorkerKind.PROCESSES.count(fewest),
                Figures.seconds(processes.mean()),
                WorkerKind.THREADS.count(fewest),
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
                workload,
                max,
                Figures.seconds(other.get().mean()),
                strategy == Strategy.ASYNC ? "asynchronously" : "with virtual threads",
                Figures.seconds(threads.get().mean()),
                meaning(threads.get(), other.get(), "in")));
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
                MeanTest.verdict(serial.get(), fresh.get(), 1) == MeanTest.Verdict.DIFFERENT
                        ? Figures.text(
                                "A new connection for each page costs %s per page over loopback.",
                                Figures.seconds(cost))
                        : Figures.text(
                                "Serial took %s with a new connection for each page and %s without%s.",
                                Figures.seconds(fresh.get().mean()),
                                Figures.seconds(serial.get().mean()),
                                meaning(serial.get(), fresh.get(), "in")));
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

    private Optional<String> noGlobalLock() {
        return gain(Workload.CPU, Strategy.THREADS).flatMap(threads -> gain(Workload.CPU, Strategy.PROCESSES)
                .map(processes -> Figures.text(
                        "Why Java differs from Python: CPython's global interpreter lock lets one thread at a"
                                + " time run Python code, though not while it waits. The JVM has no such lock. Here"
                                + " %s computed %s times as much per second as one, and %s %s times as much.",
                        count(Strategy.THREADS, maxWorkers(Workload.CPU, Strategy.THREADS)),
                        Figures.factor(threads),
                        count(Strategy.PROCESSES, maxWorkers(Workload.CPU, Strategy.PROCESSES)),
                        Figures.factor(processes))));
    }
}
