package pokemon.experiment.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pokemon.experiment.report.ExperimentReport.Listing;
import pokemon.experiment.report.Result;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Column;
import pokemon.experiment.table.Figures;
import pokemon.experiment.table.ResourceColumns;
import pokemon.experiment.table.Table;

/** The table, the results for JSON, and a lost update as text. */
final class RaceTables {
    private static final Column<RaceResult> STRATEGY = Column.plain("strategy", RaceResult::label);

    /** The values of a strategy, from all repeats. To add a column, start here. */
    private static final List<Column<RaceResult>> COLUMNS = List.of(
            STRATEGY,
            Column.of("wrong_repeats", "went wrong", 0, RaceResult::wrong),
            column("drawn_twice_mean", "ids drawn twice", 0, Draws::twice, Summary::mean),
            column("drawn_twice_min", "least", 0, Draws::twice, Summary::min),
            column("drawn_twice_max", "most", 0, Draws::twice, Summary::max),
            column("skipped_mean", "skipped", 1, Draws::skipped, Summary::mean),
            column("past_end_mean", "past the end", 1, Draws::pastEnd, Summary::mean),
            column("nanos_per_draw_mean", "per draw [ns]", 1, Draws::nanosPerDraw, Summary::mean),
            column("nanos_per_draw_stddev", "stddev [ns]", 1, Draws::nanosPerDraw, Summary::stddev));

    /** The values of each repeat. To add a field to the JSON, start here. */
    private static final List<Column<List<Draws>>> VALUES = List.of(
            Column.each("draws", Draws::draws),
            Column.each("drawn_twice", Draws::twice),
            Column.each("repeated_draws", Draws::repeated),
            Column.each("skipped", Draws::skipped),
            Column.each("past_end", Draws::pastEnd),
            Column.each("seconds_per_draw", draws -> draws.nanosPerDraw() / 1e9),
            Column.each("overlap_share", Draws::overlap),
            Column.each("user", draws -> draws.usage().userSeconds()),
            Column.each("system", draws -> draws.usage().systemSeconds()),
            Column.each("peak_memory_bytes", draws -> draws.usage().peakBytes()));

    private record Repeat(DrawStrategy strategy, int number, Draws draws) {}

    private static final List<Column<Repeat>> RUNS = Column.all(
            List.of(
                    Column.plain("strategy", repeat -> repeat.strategy.label()),
                    Column.plain("run", Repeat::number),
                    Column.of("seconds", "time [s]", 3, repeat -> repeat.draws.seconds()),
                    Column.plain("draws", repeat -> repeat.draws.draws()),
                    Column.plain("drawn_twice", repeat -> repeat.draws.twice()),
                    Column.plain("skipped", repeat -> repeat.draws.skipped()),
                    Column.plain("past_end", repeat -> repeat.draws.pastEnd()),
                    Column.of("overlap_share", "overlap", 3, repeat -> repeat.draws.overlap())),
            ResourceColumns.of(repeat -> repeat.draws.usage(), repeat -> repeat.draws.busyProcessors()));

    /** The fields of the recorded download; workers count from 1. */
    private static final List<Column<RecordedDownload>> DOWNLOAD = List.of(
            Column.plain("download_ids", RecordedDownload::last),
            Column.plain("download_workers", download -> download.draws().size()),
            Column.plain("download_attempts", RecordedDownload::attempts),
            Column.plain("download_draws", RecordedDownload::draws),
            Column.plain("download_fetches", RecordedDownload::fetches),
            Column.plain("download_files", RecordedDownload::files),
            Column.plain("download_fetched_twice", download -> names(download.twice())),
            Column.plain("download_missing", download -> names(download.missing())),
            Column.plain("download_past_end", download -> names(download.pastEnd())));

    private RaceTables() {}

    private static Column<RaceResult> column(
            String name, String heading, int decimals, ToDoubleFunction<Draws> value, Function<Summary, Object> of) {
        return Column.of(name, heading, decimals, result -> of.apply(result.summary(value)));
    }

    static Table table(RaceSettings settings, List<RaceResult> results) {
        String title = Figures.text(
                "%,d ids drawn by %d workers, %d times", settings.last(), settings.workers(), settings.repeats());
        return Table.of("results", title, COLUMNS, results, false);
    }

    static Table runs(List<RaceResult> results) {
        List<Repeat> repeats = results.stream()
                .flatMap(result -> IntStream.range(0, result.repeats().size())
                        .mapToObj(i -> new Repeat(
                                result.strategy(), i + 1, result.repeats().get(i))))
                .toList();
        return Table.of("runs", "Each repeat", RUNS, repeats, true).inFilesOnly();
    }

    private static List<String> names(List<RecordedDownload.Image> images) {
        return images.stream().map(RecordedDownload.Image::file).toList();
    }

    static List<Result> results(List<RaceResult> results, Optional<RecordedDownload> download) {
        return results.stream()
                .map(result -> new Result(
                        result.label(),
                        result.summary(Draws::seconds),
                        Column.fields(List.of(STRATEGY), result),
                        values(result, download)))
                .toList();
    }

    private static Map<String, Object> values(RaceResult result, Optional<RecordedDownload> download) {
        Map<String, Object> values = Column.fields(VALUES, result.repeats());
        if (!result.strategy().isSafe()) {
            download.ifPresent(recorded -> values.putAll(Column.fields(DOWNLOAD, recorded)));
        }
        return values;
    }

    static Listing listing(RecordedDownload download) {
        String title = Figures.text(
                "A download of %d images by %d workers with an unsafe counter leaves %d of %d files",
                download.last(), download.draws().size(), download.files(), download.last());
        List<String> lines = new ArrayList<>();
        download.images().forEach(image -> lines.add(line(image)));
        lines.add("Each worker pauses between its accesses to the counter,");
        lines.add("as if it lost its processor there.");
        return new Listing(title, List.copyOf(lines));
    }

    private static String line(RecordedDownload.Image image) {
        int times = image.workers().size();
        String line = image.file() + "  "
                + switch (times) {
                    case 0 -> "never fetched";
                    case 1 -> "fetched once";
                    case 2 -> "fetched twice";
                    default -> "fetched " + times + " times";
                };
        String by = image.workers().stream()
                .distinct()
                .map(worker -> "worker " + worker)
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " and $1");
        return line + (by.isEmpty() ? "" : " by " + by) + (image.isPastEnd() ? ", past the end" : "");
    }

    static Listing listing(LostUpdate update) {
        String title = Figures.text(
                "One lost update: workers %d and %d both draw id %d",
                update.workers().get(0) + 1, update.workers().get(1) + 1, update.id());
        return new Listing(title, update.steps().stream().map(RaceTables::line).toList());
    }

    private static String line(LostUpdate.Step step) {
        boolean read = step.access() == LostUpdate.Access.READ;
        return Figures.text(
                "step %6d  worker %d %s %d%s",
                step.sequence(),
                step.worker() + 1,
                read ? "reads " : "writes",
                step.value(),
                read ? "" : " and takes id " + step.value());
    }
}
