package pokemon.experiment.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pokemon.directory.ImageName;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Figures;
import pokemon.experiment.report.Table;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.WorkerResult;

/** Who did what, as tables and as text. */
final class LoadTables {
    /** Longer ranges are drawn but not written down. */
    private static final int MOST_WRITTEN_DOWN = 40;

    private static final List<Table.Column> WORKERS = List.of(
            Table.Column.plain("schedule"),
            Table.Column.plain("worker"),
            Table.Column.plain("images"),
            Table.Column.plain("bytes"),
            Table.Column.seconds("busy"),
            Table.Column.seconds("idle"),
            Table.Column.seconds("first begins"),
            Table.Column.seconds("last ends"));

    private static final List<Table.Column> IMAGES = List.of(
            Table.Column.plain("schedule"),
            Table.Column.plain("id"),
            Table.Column.plain("worker"),
            Table.Column.seconds("start"),
            new Table.Column("seconds", "time [s]", 3),
            Table.Column.plain("bytes"));

    private LoadTables() {}

    static List<Table> of(List<LoadRun> runs) {
        List<List<Object>> workers = new ArrayList<>();
        List<List<Object>> images = new ArrayList<>();
        for (LoadRun run : runs) {
            run.report().workers().forEach(worker -> workers.add(row(run, worker)));
            run.report().ids().stream().filter(id -> id.worker() >= 0).forEach(id -> images.add(row(run, id)));
        }
        return List.of(
                new Table("results", "Load of each worker", WORKERS, workers, true),
                new Table("images", "Each image", IMAGES, images, true));
    }

    private static List<Object> row(LoadRun run, WorkerResult worker) {
        List<IdResult> own = run.images(worker.worker());
        return List.of(
                run.schedule(),
                worker.worker(),
                worker.images(),
                worker.bytes(),
                worker.busyNanos() / 1e9,
                worker.idleNanos() / 1e9,
                own.isEmpty() ? Double.NaN : LoadRun.begin(own.get(0)),
                own.isEmpty() ? Double.NaN : run.lastEnds(worker.worker()));
    }

    private static List<Object> row(LoadRun run, IdResult image) {
        return List.of(
                run.schedule(),
                image.id(),
                image.worker(),
                LoadRun.begin(image),
                image.busyNanos() / 1e9,
                image.bytes());
    }

    /** Returns what each worker was doing whenever somebody began an image, for runs that are short enough. */
    static List<ExperimentReport.Listing> listings(List<LoadRun> runs) {
        return runs.stream()
                .filter(run -> run.report().ids().size() <= MOST_WRITTEN_DOWN)
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
