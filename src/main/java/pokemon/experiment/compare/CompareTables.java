package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.measure.ResourceUsage;
import pokemon.experiment.report.Result;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Column;
import pokemon.experiment.table.ResourceColumns;
import pokemon.experiment.table.Table;

/** The tables, and the results for JSON. */
record CompareTables(CompareData data) {
    private static final List<Column<ComparePoint>> PARAMETERS = List.of(
            Column.plain("workload", point -> point.workload().toString()),
            Column.plain("strategy", point -> point.strategy().toString()),
            Column.plain("workers", ComparePoint::workers));

    /** The values of the trials of a point. To add a field to the JSON, start here. */
    private static final List<Column<List<CompareTrial>>> VALUES = List.of(
            Column.plain("items", trials -> trials.get(0).items()),
            Column.each("start_seconds", trial -> trial.timing().startSeconds()),
            Column.each("work_seconds", trial -> trial.timing().workSeconds()),
            Column.each("stop_seconds", trial -> trial.timing().stopSeconds()),
            Column.each("aside_seconds", trial -> trial.timing().asideSeconds()),
            Column.each("connections", CompareTrial::connections),
            Column.each("user", trial -> trial.usage().userSeconds()),
            Column.each("system", trial -> trial.usage().systemSeconds()),
            Column.each("added_memory_bytes", trial -> trial.usage().addedBytes()),
            Column.each("peak_memory_bytes", trial -> trial.usage().peakBytes()));

    private static final List<Column<CompareTrial>> RUNS = Column.all(
            List.of(
                    Column.plain("workload", trial -> trial.point().workload().toString()),
                    Column.plain("strategy", trial -> trial.point().strategy().toString()),
                    Column.plain("workers", trial -> trial.point().workers()),
                    Column.of("seconds", "time [s]", 3, CompareTrial::seconds),
                    Column.seconds("start", trial -> trial.timing().startSeconds()),
                    Column.seconds("work", trial -> trial.timing().workSeconds()),
                    Column.seconds("stop", trial -> trial.timing().stopSeconds())),
            ResourceColumns.of(CompareTrial::usage, CompareTrial::busyProcessors));

    /** Returns all tables. To add one, add a method here. */
    List<Table> tables() {
        List<Column<Integer>> classic = times(Strategy.THREADS, Strategy.PROCESSES);
        Table results = byWorkers(
                "results",
                classic.size() > 1
                        ? "Wall time of threads and processes [s], mean of the runs"
                        : "Neither threads nor processes were measured",
                classic);
        Table others = byWorkers(
                "others",
                data.settings().scaling() == Scaling.WEAK
                        ? "Wall time of the same work by other strategies [s]; serial does all of it"
                        : "Wall time of the same work by other strategies [s]; serial does not depend on nthreads",
                times(Strategy.SERIAL, Strategy.ASYNC, Strategy.VIRTUAL));
        Table parts = byWorkers("parts", "Time of a child JVM by part [s], mean of all", parts());
        return Stream.concat(
                        Stream.of(results),
                        Stream.of(others, parts, variants(), resources(), runs())
                                .filter(CompareTables::hasValues))
                .toList();
    }

    /** Returns CPU time and memory of the trials of each point, without rows where these are unknown. */
    private Table resources() {
        List<ComparePoint> points = data.points().stream()
                .filter(point -> !Double.isNaN(busyProcessors(point)))
                .toList();
        List<Column<ComparePoint>> values = ResourceColumns.of(
                point -> ResourceUsage.mean(
                        data.trials(point).stream().map(CompareTrial::usage).toList()),
                this::busyProcessors);
        List<Column<ComparePoint>> columns = Column.all(PARAMETERS, values);
        return Table.of("resources", "Processors and memory, mean of the runs", columns, points, true);
    }

    private double busyProcessors(ComparePoint point) {
        return summary(point, CompareTrial::busyProcessors).mean();
    }

    private Table runs() {
        List<CompareTrial> trials = data.points().stream()
                .flatMap(point -> data.trials(point).stream())
                .toList();
        return Table.of("runs", "Each run", RUNS, trials, true).inFilesOnly();
    }

    private static boolean hasValues(Table table) {
        return table.columns().size() > 1 && !table.rows().isEmpty();
    }

    List<Result> results() {
        return data.points().stream()
                .map(point -> {
                    List<CompareTrial> trials = data.trials(point);
                    return new Result(
                            point.label(),
                            Summary.of(trials, CompareTrial::seconds),
                            Column.fields(PARAMETERS, point),
                            Column.fields(VALUES, trials));
                })
                .toList();
    }

    private Table byWorkers(String name, String title, List<Column<Integer>> columns) {
        return Table.of(name, title, columns, data.workers(), false);
    }

    private static List<Column<Integer>> startColumns() {
        return new ArrayList<>(List.of(Column.plain("nthreads", workers -> workers)));
    }

    /** Returns a column for each measured combination, such as CpuThread. */
    private List<Column<Integer>> times(Strategy... strategies) {
        List<Column<Integer>> columns = startColumns();
        for (Workload workload : data.settings().workloads()) {
            for (Strategy strategy : strategies) {
                if (data.has(workload, strategy)) {
                    columns.add(mean(strategy.column(), workload, strategy, Timing::seconds));
                }
            }
        }
        return columns;
    }

    /** Returns the columns of the phases of a child JVM. To add one, start here. */
    private List<Column<Integer>> parts() {
        List<Column<Integer>> columns = startColumns();
        for (Workload workload : data.settings().workloads()) {
            if (data.has(workload, Strategy.PROCESSES)) {
                columns.add(mean("Start", workload, Strategy.PROCESSES, Timing::startSeconds));
                columns.add(mean("Work", workload, Strategy.PROCESSES, Timing::workSeconds));
                columns.add(mean("Stop", workload, Strategy.PROCESSES, Timing::stopSeconds));
            }
        }
        return columns;
    }

    private Column<Integer> mean(String what, Workload workload, Strategy strategy, ToDoubleFunction<Timing> time) {
        String name = workload.column() + what;
        return Column.of(name, name, 3, workers -> data.mean(workload, strategy, workers, time));
    }

    /** Returns serial with its variants by one worker, without rows when no variant was measured. */
    private Table variants() {
        List<ComparePoint> points = data.points().stream()
                .filter(point -> point.workload() == Workload.IO
                        && point.workers() == 1
                        && point.strategy().isSerial())
                .toList();
        return Table.of(
                "variants",
                "Variants of serial " + Workload.IO.toString().toUpperCase(Locale.ROOT) + " by one worker",
                List.of(
                        Column.plain("strategy", point -> point.strategy().toString()),
                        Column.seconds("mean", point -> summary(point, CompareTrial::seconds)
                                .mean()),
                        Column.seconds("stddev", point -> summary(point, CompareTrial::seconds)
                                .stddev()),
                        Column.plain(
                                "connections",
                                point -> data.trials(point).get(0).connections()),
                        Column.of("aside_micros_per_item", "print or log [µs/item]", 1, this::asideMicros)),
                points.size() < 2 ? List.of() : points,
                false);
    }

    private Summary summary(ComparePoint point, ToDoubleFunction<CompareTrial> value) {
        return Summary.of(data.trials(point), value);
    }

    private Double asideMicros(ComparePoint point) {
        return point.strategy() == Strategy.SERIAL_PRINT || point.strategy() == Strategy.SERIAL_LOG
                ? summary(point, CompareTrial::asideSecondsPerItem).mean() * 1e6
                : null;
    }
}
