package pokemon.experiment.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pokemon.directory.ImageName;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Result;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Column;
import pokemon.experiment.table.Figures;
import pokemon.experiment.table.Ordinal;
import pokemon.experiment.table.ResourceColumns;
import pokemon.experiment.table.Table;
import pokemon.report.RecordedRun.RecordedAttempt;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.WorkerResult;

/** The tables, the results for JSON, and the activity as text. */
final class LoadTables {
    /** The activity of runs with more images is not listed. */
    private static final int MAX_LISTED = 40;

    private static final List<Column<LoadRun>> PARAMETERS = List.of(
            Column.plain("schedule", LoadRun::schedule),
            Column.plain("mode", run -> run.trial().kind().letter()),
            Column.plain("workers", run -> run.trial().workers()));

    private static final List<Column<LoadRun>> PARTS = List.of(
            Column.seconds("start", run -> run.split().start()),
            Column.seconds("work", run -> run.split().work()),
            Column.seconds("tail", run -> run.split().tail()),
            Column.seconds("end", run -> run.split().end()),
            Column.of("idle_share", "idle share", 3, run -> run.split().idleShare()));

    private static final List<Column<LoadRun>> RESOURCES = ResourceColumns.of(LoadRun::usage, LoadRun::busyProcessors);

    /** The values of the run that is shown, most of them for each worker. To add a field to the JSON, start here. */
    private static final List<Column<LoadRun>> SHOWN = List.of(
            Column.plain("shown_run", LoadRun::run),
            Column.plain("images", run -> run.each(WorkerResult::images)),
            Column.plain("bytes", run -> run.each(WorkerResult::bytes)),
            Column.plain("busy", run -> run.each(LoadRun::busySeconds)),
            Column.plain("even_share", LoadRun::evenShare));

    private static final List<Column<LoadRun>> RUNS = Column.all(
            List.of(
                    Column.plain("schedule", LoadRun::schedule),
                    Column.plain("run", LoadRun::run),
                    Column.of("seconds", "time [s]", 3, LoadRun::seconds)),
            PARTS,
            List.of(Column.seconds("even share", LoadRun::evenShare)),
            RESOURCES);

    /** The values of a worker. To add a column, start here. */
    private static final List<Column<Row<WorkerResult>>> WORKERS = List.of(
            Column.plain("schedule", row -> row.run.schedule()),
            Column.plain("worker", row -> new Ordinal(row.part.worker())),
            Column.plain("images", row -> row.part.images()),
            Column.plain("bytes", row -> row.part.bytes()),
            Column.seconds("busy", row -> LoadRun.busySeconds(row.part)),
            Column.seconds("idle", row -> row.part.idleNanos() / 1e9),
            Column.seconds("first begins", row -> row.run.firstBegins(row.part).orElse(Double.NaN)),
            Column.seconds("last ends", row -> row.run.lastEnds(row.part).orElse(Double.NaN)),
            Column.plain("run", row -> row.run.run()));

    private static final List<Column<Row<IdResult>>> IMAGES = List.of(
            Column.plain("schedule", row -> row.run.schedule()),
            Column.plain("id", row -> row.part.id()),
            Column.plain("worker", row -> new Ordinal(row.part.worker())),
            Column.seconds("start", row -> row.part.startNanos() / 1e9),
            Column.of("seconds", "time [s]", 3, row -> row.part.busyNanos() / 1e9),
            Column.plain("bytes", row -> row.part.bytes()),
            Column.plain("run", row -> row.run.run()));

    private LoadTables() {}

    /** A part of a run: one of its workers or images. */
    private record Row<T>(LoadRun run, T part) {}

    /**
     * Returns the tables.
     *
     * @param shown the run that is shown of each schedule
     * @param all all runs
     */
    static List<Table> tables(List<LoadRun> shown, List<LoadRun> all) {
        List<Row<IdResult>> images = shown.stream()
                .flatMap(run -> run.report().ids().stream()
                        .filter(id -> id.worker() >= 0)
                        .map(id -> new Row<>(run, id)))
                .toList();
        List<LoadRun> bySchedule =
                LoadRun.bySchedule(all).stream().flatMap(List::stream).toList();
        return List.of(
                Table.of("results", "Load of each worker" + ofMiddle(all, shown), WORKERS, workers(shown), true),
                Table.of("runs", "The parts of each run", RUNS, bySchedule, true),
                Table.of("workers", "Load of each worker in each run", WORKERS, workers(bySchedule), true)
                        .inFilesOnly(),
                Table.of("images", "Each image" + ofMiddle(all, shown), IMAGES, images, true));
    }

    private static String ofMiddle(List<LoadRun> all, List<LoadRun> shown) {
        return all.size() > shown.size() ? ", the median run by work and tail" : "";
    }

    private static List<Row<WorkerResult>> workers(List<LoadRun> runs) {
        return runs.stream()
                .flatMap(run -> run.report().workers().stream().map(worker -> new Row<>(run, worker)))
                .toList();
    }

    static List<Result> results(List<LoadRun> all) {
        return LoadRun.bySchedule(all).stream().map(LoadTables::result).toList();
    }

    /** Returns the runs of one schedule. The parts are lists, in the order of the times. */
    private static Result result(List<LoadRun> runs) {
        LoadRun shown = LoadRun.middle(runs);
        Map<String, Object> values = Column.fields(SHOWN, shown);
        Column.all(PARTS, RESOURCES)
                .forEach(part ->
                        values.put(part.field(), runs.stream().map(part.value()).toList()));
        return new Result(
                shown.trial().name(), Summary.of(runs, LoadRun::seconds), Column.fields(PARAMETERS, shown), values);
    }

    /** Returns the activity of each worker at the start of each image, for short runs. */
    static List<ExperimentReport.Listing> listings(List<LoadRun> shown) {
        return shown.stream()
                .filter(run -> run.report().ids().size() <= MAX_LISTED)
                .map(run -> new ExperimentReport.Listing(
                        "Activity, " + run.schedule() + " (a number: this image begins; |: it goes on; nothing: idle)",
                        activity(run)))
                .toList();
    }

    private static List<String> activity(LoadRun run) {
        List<Integer> workers = run.each(WorkerResult::worker);
        List<String> lines = new ArrayList<>();
        lines.add("time [s]"
                + workers.stream()
                        .map(worker -> Figures.text("  %5s", "w" + (worker + 1)))
                        .collect(Collectors.joining()));
        run.recorded().attempts().forEach(begun -> lines.add(line(run, workers, begun)));
        lines.add(Figures.text("%8.3f  end of the run", run.seconds()));
        return lines;
    }

    private static String line(LoadRun run, List<Integer> workers, RecordedAttempt begun) {
        StringBuilder line = new StringBuilder(Figures.text("%8.3f", begun.begin()));
        for (int worker : workers) {
            boolean busy = run.recorded().attempts().stream()
                    .anyMatch(attempt -> attempt.worker() == worker
                            && attempt.begin() <= begun.begin()
                            && attempt.end() > begun.begin());
            String mark = busy ? "|" : "";
            line.append(Figures.text("  %5s", worker == begun.worker() ? ImageName.digits(begun.id()) : mark));
        }
        return line.toString().stripTrailing();
    }
}
