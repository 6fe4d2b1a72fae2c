package pokemon.experiment.race;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Figures;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.report.Table;
import pokemon.experiment.report.Warnings;
import pokemon.experiment.statistics.Summary;

/** Turns the draws of a race into a report. */
final class RaceReport {
    private final RaceSettings settings;
    private final Map<DrawStrategy, List<Draws>> draws;
    private final Optional<LostUpdate> lost;

    /**
     * Prepares a report.
     *
     * @param draws what was drawn, for each strategy that was measured
     * @param lost a lost update, if one was seen
     */
    RaceReport(RaceSettings settings, Map<DrawStrategy, List<Draws>> draws, Optional<LostUpdate> lost) {
        this.settings = settings;
        this.draws = new EnumMap<>(draws);
        this.lost = lost;
    }

    /**
     * Makes the report.
     *
     * @param warnings what is known to make the numbers doubtful apart from themselves
     */
    ExperimentReport report(RunMetadata origin, Warnings warnings) {
        List<Picture> pictures = new ArrayList<>(RaceCharts.of(settings, draws));
        lost.map(LostUpdatePicture::of).ifPresent(pictures::add);
        return new ExperimentReport(
                new ExperimentReport.Heading(
                        "race",
                        "A race for ids",
                        "What happens when workers draw ids from a counter that is not made for several of them?"),
                origin,
                parameters(),
                draws.keySet().stream().map(this::result).toList(),
                List.of(table()),
                lost.map(update -> List.of(listing(update))).orElse(List.of()),
                new ExperimentReport.Conclusions(findings(), doubt(warnings).sentences()),
                pictures);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("ids", settings.last());
        parameters.put("workers", settings.workers());
        parameters.put("repeats", settings.repeats());
        parameters.put("seed", settings.seed());
        return parameters;
    }

    private Result result(DrawStrategy strategy) {
        List<Draws> all = draws.get(strategy);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("draws", all.stream().map(Draws::draws).toList());
        values.put("drawn_twice", all.stream().map(Draws::twice).toList());
        values.put("repeated_draws", all.stream().map(Draws::repeated).toList());
        values.put("skipped", all.stream().map(Draws::skipped).toList());
        values.put("past_end", all.stream().map(Draws::pastEnd).toList());
        values.put(
                "seconds_per_draw",
                all.stream().map(one -> one.nanosPerDraw() / 1e9).toList());
        return new Result(
                strategy.label(),
                Summary.of(all.stream().map(one -> one.nanos() / 1e9).toList()),
                Map.of("strategy", strategy.label()),
                values);
    }

    private Table table() {
        List<List<Object>> rows = new ArrayList<>();
        draws.forEach((strategy, all) -> {
            Summary twice = summary(all, Draws::twice);
            Summary nanos = summary(all, Draws::nanosPerDraw);
            rows.add(List.of(
                    strategy.label(),
                    wrong(all),
                    twice.mean(),
                    twice.min(),
                    twice.max(),
                    summary(all, Draws::skipped).mean(),
                    summary(all, Draws::pastEnd).mean(),
                    nanos.mean(),
                    nanos.stddev()));
        });
        return new Table(
                "results",
                Figures.text(
                        "%,d ids drawn by %d workers, %d times",
                        settings.last(), settings.workers(), settings.repeats()),
                List.of(
                        Table.Column.plain("strategy"),
                        new Table.Column("wrong_repeats", "went wrong", 0),
                        new Table.Column("drawn_twice_mean", "ids drawn twice", 0),
                        new Table.Column("drawn_twice_min", "least", 0),
                        new Table.Column("drawn_twice_max", "most", 0),
                        new Table.Column("skipped_mean", "skipped", 1),
                        new Table.Column("past_end_mean", "past the end", 1),
                        new Table.Column("nanos_per_draw_mean", "per draw [ns]", 1),
                        new Table.Column("nanos_per_draw_stddev", "stddev [ns]", 1)),
                rows,
                false);
    }

    private static int wrong(List<Draws> all) {
        return (int) all.stream().filter(one -> !one.isExact()).count();
    }

    private static Summary summary(List<Draws> all, ToDoubleFunction<Draws> value) {
        return Summary.of(all.stream().map(value::applyAsDouble).toList());
    }

    private static ExperimentReport.Listing listing(LostUpdate update) {
        List<String> lines = new ArrayList<>();
        for (LostUpdate.Step step : update.steps()) {
            boolean read = step.access() == LostUpdate.Access.READ;
            lines.add(Figures.text(
                    "step %6d  worker %d %s %d%s",
                    step.sequence(),
                    step.worker() + 1,
                    read ? "reads " : "writes",
                    step.value(),
                    read ? "" : " and takes id " + step.value()));
        }
        return new ExperimentReport.Listing(
                Figures.text(
                        "One lost update: workers %d and %d both draw id %d",
                        update.workers().get(0) + 1, update.workers().get(1) + 1, update.id()),
                lines);
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        draws.forEach((strategy, all) -> findings.add(
                wrong(all) == 0
                        ? Figures.text(
                                "%s: every id was drawn exactly once in all %d repeats, in %.1f ns per draw.",
                                strategy.label(),
                                all.size(),
                                summary(all, Draws::nanosPerDraw).mean())
                        : Figures.text(
                                "%s: went wrong in %d of %d repeats; at most %,.0f of %,d ids were drawn more than once,"
                                        + " %.0f skipped, %.0f drawn past the end.",
                                strategy.label(),
                                wrong(all),
                                all.size(),
                                summary(all, Draws::twice).max(),
                                settings.last(),
                                summary(all, Draws::skipped).max(),
                                summary(all, Draws::pastEnd).max())));
        return findings;
    }

    private Warnings doubt(Warnings warnings) {
        boolean lucky = draws.entrySet().stream()
                .anyMatch(entry -> !entry.getKey().isSafe()
                        && wrong(entry.getValue()) < entry.getValue().size());
        return warnings.add(
                        lucky,
                        "The unsafe counter was right in some repeats: by luck, as its workers hardly ran at the same"
                                + " time. More --ids, or a machine with nothing else to do, leave less to luck.")
                .add(lost.isEmpty(), "No lost update was recorded step by step.");
    }
}
