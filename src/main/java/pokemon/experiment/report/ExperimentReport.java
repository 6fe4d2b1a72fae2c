package pokemon.experiment.report;

import java.util.List;
import java.util.Map;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.table.Table;

/**
 * The outcome of an experiment.
 *
 * @param parameters the settings, in order; values are strings, numbers, booleans or lists of them
 * @param tables the numbers as tables; the first is called results
 */
public record ExperimentReport(
        Heading heading,
        RunMetadata metadata,
        Map<String, Object> parameters,
        List<Result> results,
        List<Table> tables,
        List<Listing> listings,
        Conclusions conclusions,
        List<Picture> pictures) {
    /** The name, such as "speed", a title in a few words, and the question as a sentence. */
    public record Heading(String name, String title, String question) {}

    /** A text in fixed-width characters. */
    public record Listing(String title, List<String> lines) {}

    /** The findings, and the warnings about doubtful numbers. */
    public record Conclusions(List<String> findings, List<String> warnings) {}
}
