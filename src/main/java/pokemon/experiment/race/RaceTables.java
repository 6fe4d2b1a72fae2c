package pokemon.experiment.race;

import java.util.List;
import pokemon.experiment.report.Column;
import pokemon.experiment.report.ExperimentReport.Listing;
import pokemon.experiment.report.Figures;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.Table;

/** The table, the results for JSON, and a lost update as text. */
final class RaceTables {
    private static final Column<RaceResult> STRATEGY = Column.plain("strategy", RaceResult::label);

    /** The values of a strategy, from all repeats. To add a column, start here. */
    private static final List<Column<RaceResult>> COLUMNS = List.of(
            STRATEGY,
            Column.of("wrong_repeats", "went wrong", 0, RaceResult::wrong),
            Column.of("drawn_twice_mean", "ids drawn twice", 0, result -> result.twice()
                    .mean()),
            Column.of("drawn_twice_min", "least", 0, result -> result.twice().min()),
            Column.of("drawn_twice_max", "most", 0, result -> result.twice().max()),
            Column.of("skipped_mean", "skipped", 1, result -> result.skipped().mean()),
            Column.of("past_end_mean", "past the end", 1, result -> result.pastEnd()
                    .mean()),
            Column.of("nanos_per_draw_mean", "per draw [ns]", 1, result -> result.nanosPerDraw()
                    .mean()),
            Column.of("nanos_per_draw_stddev", "stddev [ns]", 1, result -> result.nanosPerDraw()
                    .stddev()));

    /** The values of each repeat. To add a field to the JSON, start here. */
    private static final List<Column<List<Draws>>> VALUES = List.of(
            Column.each("draws", Draws::draws),
            Column.each("drawn_twice", Draws::twice),
            Column.each("repeated_draws", Draws::repeated),
            Column.each("skipped", Draws::skipped),
            Column.each("past_end", Draws::pastEnd),
            Column.each("seconds_per_draw", draws -> draws.nanosPerDraw() / 1e9));

    private RaceTables() {}

    static Table table(RaceSettings settings, List<RaceResult> results) {
        String title = Figures.text(
                "%,d ids drawn by %d workers, %d times", settings.last(), settings.workers(), settings.repeats());
        return Table.of("results", title, COLUMNS, results, false);
    }

    static List<Result> results(List<RaceResult> results) {
        return results.stream()
                .map(result -> new Result(
                        result.label(),
                        result.summary(Draws::seconds),
                        Column.fields(List.of(STRATEGY), result),
                        Column.fields(VALUES, result.repeats())))
                .toList();
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
