package pokemon.experiment.report;

import java.util.List;
import java.util.Map;
import pokemon.experiment.chart.Picture;

/**
 * The outcome of an experiment.
 *
 * @param heading what was asked
 * @param metadata when, where and how it was measured
 * @param parameters the settings, in order; values are strings, numbers, booleans or lists of them
 * @param results one entry for each timed thing
 * @param tables the numbers as tables; the first is called results
 * @param listings texts in fixed-width characters
 * @param conclusions sentences about the numbers
 * @param pictures the charts
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
    /**
     * What was asked.
     *
     * @param name name of the experiment, such as "speed"
     * @param title a few words
     * @param question the question, as a sentence
     */
    public record Heading(String name, String title, String question) {}

    /**
     * A text in fixed-width characters.
     *
     * @param title a few words
     * @param lines the lines
     */
    public record Listing(String title, List<String> lines) {}

    /**
     * Sentences about the numbers.
     *
     * @param findings what the numbers show
     * @param warnings what makes them doubtful
     */
    public record Conclusions(List<String> findings, List<String> warnings) {}
}
