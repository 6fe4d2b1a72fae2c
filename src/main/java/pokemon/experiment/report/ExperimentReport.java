package pokemon.experiment.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pokemon.experiment.chart.Picture;

/**
 * Everything that an experiment leaves.
 *
 * @param heading what was asked
 * @param origin where and how the numbers came to be
 * @param parameters what was chosen, in order; values are strings, numbers, booleans or lists of them
 * @param results one entry per thing that was timed
 * @param tables the numbers as tables; the first, called results, is the result proper
 * @param listings texts in fixed-width characters
 * @param conclusions what the numbers say and what makes them doubtful
 * @param pictures the charts
 */
public record ExperimentReport(
        Heading heading,
        RunMetadata origin,
        Map<String, Object> parameters,
        List<Result> results,
        List<Table> tables,
        List<Listing> listings,
        Conclusions conclusions,
        List<Picture> pictures) {
    /**
     * Checks that there is a table of results and copies.
     *
     * @throws IllegalArgumentException when there is not
     */
    public ExperimentReport {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(origin);
        if (tables.isEmpty() || !tables.get(0).name().equals("results")) {
            throw new IllegalArgumentException("the first table of a report is called results");
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        results = List.copyOf(results);
        tables = List.copyOf(tables);
        listings = List.copyOf(listings);
        Objects.requireNonNull(conclusions);
        pictures = List.copyOf(pictures);
    }

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
    public record Listing(String title, List<String> lines) {
        public Listing {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What the numbers say.
     *
     * @param findings sentences that follow from the data
     * @param warnings sentences on what makes the numbers doubtful
     */
    public record Conclusions(List<String> findings, List<String> warnings) {
        public Conclusions {
            findings = List.copyOf(findings);
            warnings = List.copyOf(warnings);
        }
    }
}
