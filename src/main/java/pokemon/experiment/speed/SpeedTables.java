package pokemon.experiment.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import pokemon.download.trace.Phase;
import pokemon.download.trace.Phases;
import pokemon.experiment.measure.TrialRun;
import pokemon.experiment.report.Result;
import pokemon.experiment.table.Column;
import pokemon.experiment.table.ResourceColumns;
import pokemon.experiment.table.Table;

/** The tables, and the results for JSON. */
final class SpeedTables {
    /** The parameters that identify a point. */
    private static final List<Column<SpeedPoint>> PARAMETERS = List.of(
            Column.plain("mode", point -> point.trial().kind().letter()), Column.plain("workers", SpeedPoint::workers));

    /** The times, which are the same fields in the JSON of all experiments. */
    private static final List<Column<SpeedPoint>> TIMES = List.of(
            Column.plain("runs", point -> point.runs().size()),
            Column.seconds("mean", point -> point.times().mean()),
            Column.seconds("stddev", point -> point.times().stddev()),
            Column.seconds("median", point -> point.times().median()),
            Column.seconds("min", point -> point.times().min()),
            Column.seconds("max", point -> point.times().max()));

    private static final List<Column<RunParts>> PARTS = List.of(
            Column.of("what", "one worker", 0, RunParts::label),
            Column.seconds("start", RunParts::start),
            Column.of("first_images_extra_seconds", "first 10 images, extra [s]", 3, RunParts::warmUp),
            Column.seconds("images", RunParts::images),
            Column.seconds("between", RunParts::between),
            Column.seconds("end", RunParts::end),
            Column.seconds("whole", RunParts::whole),
            Column.of("per_image_milliseconds", "per later image [ms]", 2, parts -> parts.perImage() * 1e3));

    private static final List<Column<SpeedPoint>> RESOURCES =
            ResourceColumns.of(SpeedPoint::usage, SpeedPoint::busyProcessors);

    private static final List<Column<SpeedPoint>> PHASES = Column.all(
            List.of(milliseconds("turn", Phases::turnNanos)),
            Stream.of(Phase.values())
                    .map(phase -> milliseconds(phase.label(), phases -> phases.nanos(phase)))
                    .toList());

    private static final List<Column<TrialRun>> RUNS = Column.all(
            List.of(
                    Column.plain("mode", run -> run.trial().kind().letter()),
                    Column.plain("workers", run -> run.trial().workers()),
                    Column.plain("run", TrialRun::number),
                    Column.of("seconds", "time [s]", 3, TrialRun::seconds)),
            ResourceColumns.of(TrialRun::usage, TrialRun::busyProcessors));

    private SpeedTables() {}

    private static Column<SpeedPoint> milliseconds(String phase, ToLongFunction<Phases> nanos) {
        return Column.of(phase + "_milliseconds", phase + " [ms]", 2, point -> point.phaseMillis(nanos));
    }

    /** Returns what else was measured of a point. To add a column, start here. */
    private static List<Column<SpeedPoint>> values(SpeedData data) {
        return List.of(
                Column.of("speedup", "speed-up", 2, data::speedup),
                Column.of("efficiency", "efficiency", 2, point -> data.speedup(point) / point.workers()),
                Column.of("images_average", "images", 1, SpeedPoint::averageImages),
                Column.of("images_least", "least", 0, SpeedPoint::minImages),
                Column.of("images_most", "most", 0, SpeedPoint::maxImages),
                Column.seconds("last begins", SpeedPoint::lastBegins));
    }

    static List<Table> tables(SpeedData data) {
        List<Column<SpeedPoint>> columns = Column.all(PARAMETERS, TIMES, values(data));
        List<Table> tables = new ArrayList<>();
        tables.add(Table.of("results", "Time and number of workers", columns, data.points(), true));
        List<RunParts> parts = Stream.concat(
                        Stream.of(data.coldParts()), data.kinds().stream().map(data::parts))
                .flatMap(Optional::stream)
                .toList();
        if (!parts.isEmpty()) {
            tables.add(Table.of("parts", "Time of one worker by part", PARTS, parts, false));
        }
        List<Column<SpeedPoint>> phases = Column.all(PARAMETERS, PHASES);
        tables.add(Table.of("phases", "Time of an image by phase, mean of all images", phases, data.points(), true));
        List<Column<SpeedPoint>> resources = Column.all(PARAMETERS, RESOURCES);
        tables.add(Table.of("resources", "Processors and memory, mean of the runs", resources, data.points(), true));
        tables.add(Table.of("runs", "Each run, in order of time", RUNS, data.runs(), false)
                .inFilesOnly());
        return tables;
    }

    static List<Result> results(SpeedData data) {
        List<Column<SpeedPoint>> values = Column.all(values(data), PHASES, RESOURCES);
        return data.points().stream()
                .map(point -> new Result(
                        point.trial().label(),
                        point.times(),
                        Column.fields(PARAMETERS, point),
                        Column.fields(values, point)))
                .toList();
    }
}
