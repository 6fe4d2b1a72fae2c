package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.report.Table;
import pokemon.experiment.statistics.Summary;

/** The tables of a comparison. */
final class CompareTables {
    private static final Table.Column WORKERS = Table.Column.plain("nthreads");
    private static final List<Strategy> CLASSIC = List.of(Strategy.THREADS, Strategy.PROCESSES);
    private static final List<Strategy> OTHERS = List.of(Strategy.SERIAL, Strategy.ASYNC, Strategy.VIRTUAL);

    private CompareTables() {}

    /** Returns the table of times of threads and processes, each workload beside the other. */
    static Table classic(CompareData data) {
        return times(data, CLASSIC, "results", "Wall time of threads and processes [s], mean of the runs")
                // Nothing of the kind was asked for; the table of results still has a row for each number of workers.
                .orElseGet(() -> new Table(
                        "results",
                        "Neither threads nor processes were measured",
                        List.of(WORKERS),
                        workers(data).stream()
                                .<List<Object>>map(count -> List.of(count))
                                .toList(),
                        false));
    }

    /** Returns the same for the strategies without processors of their own. */
    static Optional<Table> others(CompareData data) {
        return times(
                data,
                OTHERS,
                "others",
                data.settings().scaling() == Scaling.WEAK
                        ? "Wall time of the same work by others [s], serial doing it all one after the other"
                        : "Wall time of the same work by others [s]; serial does not depend on nthreads");
    }

    private static Optional<Table> times(CompareData data, List<Strategy> strategies, String name, String title) {
        List<Table.Column> columns = new ArrayList<>(List.of(WORKERS));
        List<List<Summary>> values = new ArrayList<>();
        for (Workload workload : data.settings().workloads()) {
            for (Strategy strategy : strategies) {
                if (data.has(workload, strategy)) {
                    String column = workload.column() + strategy.column();
                    columns.add(new Table.Column(column, column, 3));
                    values.add(workers(data).stream()
                            .map(count -> summary(data, workload, strategy, count))
                            .toList());
                }
            }
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(name, title, columns, rows(workers(data), values), false));
    }

    private static Summary summary(CompareData data, Workload workload, Strategy strategy, int workers) {
        Optional<Summary> times =
                strategy == Strategy.SERIAL ? data.serial(workload, workers) : data.times(workload, strategy, workers);
        return times.orElse(MISSING);
    }

    private static final Summary MISSING = Summary.of(List.of(Double.NaN));

    private static List<List<Object>> rows(Collection<Integer> workers, List<List<Summary>> values) {
        List<List<Object>> rows = new ArrayList<>();
        for (int count : workers) {
            List<Object> row = new ArrayList<>(List.of(count));
            values.forEach(column -> row.add(column.get(rows.size()).mean()));
            rows.add(row);
        }
        return rows;
    }

    /** Returns what the time of a child JVM consists of. */
    static Optional<Table> parts(CompareData data) {
        List<Workload> workloads = data.settings().workloads().stream()
                .filter(workload -> data.has(workload, Strategy.PROCESSES))
                .toList();
        if (workloads.isEmpty()) {
            return Optional.empty();
        }
        List<Table.Column> columns = new ArrayList<>(List.of(WORKERS));
        for (Workload workload : workloads) {
            for (String part : List.of("Start", "Work", "Stop")) {
                columns.add(new Table.Column(workload.column() + part, workload.column() + part, 3));
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int count : workers(data)) {
            List<Object> row = new ArrayList<>(List.of(count));
            for (Workload workload : workloads) {
                ComparePoint point = new ComparePoint(workload, Strategy.PROCESSES, count);
                row.addAll(Arrays.asList(
                        mean(data, point, trial -> trial.measured().startNanos()),
                        mean(data, point, trial -> trial.measured().workNanos()),
                        mean(data, point, trial -> trial.measured().stopNanos())));
            }
            rows.add(row);
        }
        return Optional.of(
                new Table("parts", "What a child JVM does with its time [s], mean of all", columns, rows, false));
    }

    private static Double mean(CompareData data, ComparePoint point, ToDoubleFunction<CompareTrial> nanos) {
        return data.mean(point, nanos) / 1e9;
    }

    /** Returns serial for one worker's work beside its variants. */
    static Optional<Table> asides(CompareData data) {
        List<List<Object>> rows = data.points().stream()
                .filter(point -> point.workload() == Workload.IO && point.workers() == 1)
                .filter(point ->
                        point.strategy() == Strategy.SERIAL || point.strategy().isAside())
                .map(point -> row(data, point))
                .toList();
        boolean alone = rows.size() < 2;
        return alone
                ? Optional.empty()
                : Optional.of(new Table(
                        "variants",
                        "Variants of serial " + Workload.IO.label().toUpperCase(Locale.ROOT) + " by one worker",
                        List.of(
                                Table.Column.plain("strategy"),
                                Table.Column.seconds("mean"),
                                Table.Column.seconds("stddev"),
                                Table.Column.plain("connections"),
                                new Table.Column("aside_micros_per_item", "print or log [µs/item]", 1)),
                        rows,
                        false));
    }

    private static List<Object> row(CompareData data, ComparePoint point) {
        Summary times = data.summary(point, CompareTrial::seconds).orElse(MISSING);
        CompareTrial first = data.trials(point).get(0);
        boolean notes = point.strategy() == Strategy.SERIAL_PRINT || point.strategy() == Strategy.SERIAL_LOG;
        Double aside = data.mean(point, trial -> trial.measured().asideNanos() / 1e3 / trial.items());
        return Arrays.asList(
                point.strategy().label(), times.mean(), times.stddev(), first.connections(), notes ? aside : null);
    }

    private static List<Integer> workers(CompareData data) {
        TreeSet<Integer> workers = new TreeSet<>();
        data.points().forEach(point -> workers.add(point.workers()));
        return List.copyOf(workers);
    }
}
