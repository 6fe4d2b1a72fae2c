package pokemon.experiment.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pokemon.directory.ImageName;
import pokemon.experiment.report.Column;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Figures;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.Table;
import pokemon.experiment.statistics.Summary;
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

    /** The values of a run, most of them for each worker. To add a field to the JSON, start here. */
    private static final List<Column<LoadRun>> VALUES = List.of(
            Column.plain("images", run -> run.each(WorkerResult::images)),
            Column.plain("bytes", run -> run.each(WorkerResult::bytes)),
            Column.plain("busy", run -> run.each(LoadRun::busySeconds)),
            Column.plain("even_share", LoadRun::evenShare));

    /** The values of a worker. To add a column, start here. */
    private static final List<Column<Row<WorkerResult>>> WORKERS = List.of(
            Column.plain("schedule", row -> row.run.schedule()),
            Column.plain("worker", row -> row.part.worker()),
            Column.plain("images", row -> row.part.images()),
            Column.plain("bytes", row -> row.part.bytes()),
            Column.seconds("busy", row -> LoadRun.busySeconds(row.part)),
            Column.seconds("idle", row -> row.part.idleNanos() / 1e9),
            Column.seconds("first begins", row -> row.run.firstBegins(row.part).orElse(Double.NaN)),
            Column.seconds("last ends", row -> row.run.lastEnds(row.part).orElse(Double.NaN)));

    private static final List<Column<Row<IdResult>>> IMAGES = List.of(
            Column.plain("schedule", row -> row.run.schedule()),
            Column.plain("id", row -> row.part.id()),
            Column.plain("worker", row -> row.part.worker()),
            Column.seconds("start", row -> LoadRun.begin(row.part)),
            Column.of("seconds", "time [s]", 3, row -> row.part.busyNanos() / 1e9),
            Column.plain("bytes", row -> row.part.bytes()));

    private LoadTables() {}

    /** A part of a run: one of its workers or images. */
    private record Row<T>(LoadRun run, T part) {}

    static List<Table> tables(List<LoadRun> runs) {
        List<Row<WorkerResult>> workers = runs.stream()
                .flatMap(run -> run.report().workers().stream().map(worker -> new Row<>(run, worker)))
                .toList();
        List<Row<IdResult>> images = runs.stream()
                .flatMap(run -> run.report().ids().stream()
                        .filter(id -> id.worker() >= 0)
                        .map(id -> new Row<>(run, id)))
                .toList();
        return List.of(
                Table.of("results", "Load of each worker", WORKERS, workers, true),
                Table.of("images", "Each image", IMAGES, images, true));
    }

    static List<Result> results(List<LoadRun> runs) {
        return runs.stream()
                .map(run -> new Result(
                        run.label(),
                        Summary.of(List.of(run.seconds())),
                        Column.fields(PARAMETERS, run),
                        Column.fields(VALUES, run)))
                .toList();
    }

    /** Returns the activity of each worker at the start of each image, for short runs. */
    static List<ExperimentReport.Listing> listings(List<LoadRun> runs) {
        return runs.stream()
                .filter(run -> run.report().ids().size() <= MAX_LISTED)
                .map(run -> new ExperimentReport.Listing(
                        "Activity, " + run.schedule() + " (a number: this image begins; |: it goes on; nothing: idle)",
                        activity(run)))
                .toList();
    }

    private static List<String> activity(LoadRun run) {
        int workers = run.report().workers().size();
        List<String> lines = new ArrayList<>();
        StringBuilder heading = new StringBuilder("time [s]");
        for (int worker = 0; worker < workers; worker++) {
            heading.append(Figures.text("  %5s", "w" + worker));
        }
        lines.add(heading.toString());
        run.report().ids().stream()
                .filter(id -> id.worker() >= 0)
                .sorted(Comparator.comparingLong(IdResult::startNanos))
                .forEach(begun -> lines.add(line(run, workers, begun)));
        lines.add(Figures.text("%8.3f  end of the run", run.seconds()));
        return lines;
    }

    private static String line(LoadRun run, int workers, IdResult begun) {
        StringBuilder line = new StringBuilder(Figures.text("%8.3f", LoadRun.begin(begun)));
        for (int worker = 0; worker < workers; worker++) {
            boolean busy = run.images(worker).stream()
                    .anyMatch(image -> image.startNanos() <= begun.startNanos()
                            && image.startNanos() + image.busyNanos() > begun.startNanos());
            String mark = busy ? "|" : "";
            line.append(Figures.text("  %5s", worker == begun.worker() ? ImageName.digits(begun.id()) : mark));
        }
        return line.toString().stripTrailing();
    }
}
