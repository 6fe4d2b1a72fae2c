package pokemon.experiment.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pokemon.experiment.report.Table;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.WorkerKind;

/** What was measured as tables. */
final class SpeedTables {
    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.plain("mode"),
            Table.Column.plain("workers"),
            Table.Column.plain("runs"),
            Table.Column.seconds("mean"),
            Table.Column.seconds("stddev"),
            Table.Column.seconds("median"),
            Table.Column.seconds("min"),
            Table.Column.seconds("max"),
            new Table.Column("speedup", "speed-up", 2),
            new Table.Column("efficiency", "efficiency", 2),
            new Table.Column("images_average", "images", 1),
            new Table.Column("images_least", "least", 0),
            new Table.Column("images_most", "most", 0),
            Table.Column.seconds("last begins"));

    private static final List<Table.Column> PARTS = List.of(
            new Table.Column("what", "one worker", 0),
            Table.Column.seconds("start"),
            new Table.Column("first_images_extra_seconds", "first 10 images, extra [s]", 3),
            Table.Column.seconds("images"),
            Table.Column.seconds("between"),
            Table.Column.seconds("end"),
            Table.Column.seconds("whole"),
            new Table.Column("per_image_milliseconds", "per later image [ms]", 2));

    private SpeedTables() {}

    static List<Table> of(SpeedData data) {
        List<Table> tables = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (SpeedPoint point : data.points()) {
            rows.add(row(point, data.speedup(point)));
        }
        tables.add(new Table("results", "Time and number of workers", COLUMNS, rows, true));
        List<List<Object>> parts = parts(data);
        if (!parts.isEmpty()) {
            tables.add(new Table("parts", "Where the time of one worker goes", PARTS, parts, false));
        }
        return tables;
    }

    private static List<Object> row(SpeedPoint point, double speedup) {
        Summary times = point.times();
        return List.of(
                point.trial().kind().letter(),
                point.workers(),
                times.samples().size(),
                times.mean(),
                times.stddev(),
                times.median(),
                times.min(),
                times.max(),
                speedup,
                speedup / point.workers(),
                point.average(),
                point.least(),
                point.most(),
                point.lastBegins());
    }

    private static List<List<Object>> parts(SpeedData data) {
        List<List<Object>> rows = new ArrayList<>();
        cold(data).ifPresent(parts -> rows.add(row("the first run of all", parts)));
        for (WorkerKind kind : data.kinds()) {
            single(data, kind).ifPresent(parts -> rows.add(row(kind.count(1), parts)));
        }
        return rows;
    }

    /** Returns where the time of one worker of a kind went, when it was measured and says something. */
    static Optional<RunParts> single(SpeedData data, WorkerKind kind) {
        return data.single(kind)
                .filter(point -> point.images() >= 2 * RunParts.FIRST)
                .map(point -> RunParts.of(point.runs()));
    }

    /** Returns where the time of the very first run went, one thread in a JVM that had downloaded nothing before. */
    static Optional<RunParts> cold(SpeedData data) {
        return data.warmUps().stream()
                .limit(1)
                .filter(run -> run.settings().workers().kind() == WorkerKind.THREADS)
                .filter(run -> run.ids().size() >= 2 * RunParts.FIRST)
                .map(RunParts::of)
                .findFirst();
    }

    private static List<Object> row(String what, RunParts parts) {
        return List.of(
                what,
                parts.start(),
                parts.warmUp(),
                parts.images(),
                parts.between(),
                parts.end(),
                parts.whole(),
                parts.perImage() * 1e3);
    }
}
