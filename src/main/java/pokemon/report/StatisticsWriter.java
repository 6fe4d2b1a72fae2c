package pokemon.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pokemon.directory.DirectoryStatistics;
import pokemon.schedule.run.IdRange;

/** Writes the statistics of a directory as JSON: names in snake case, sizes in bytes. */
public final class StatisticsWriter {
    private StatisticsWriter() {}

    /** Returns what a directory holds, compared with a range when there is one. */
    public static String json(DirectoryStatistics statistics, Optional<IdRange> range) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema_version", RunReportWriter.SCHEMA_VERSION)
                .put("directory", statistics.directory().toString())
                .put("images", statistics.images().size())
                .put("valid", statistics.valid())
                .put("bytes", statistics.bytes())
                .put("megabytes", Double.parseDouble(Megabytes.of(statistics.bytes())));
        ArrayNode damaged = document.putArray("damaged");
        for (DirectoryStatistics.Image image : statistics.damaged()) {
            damaged.addObject().put("id", image.id()).put("error", image.damage());
        }
        ArrayNode forgiven = document.putArray("forgiven");
        for (DirectoryStatistics.Image image : statistics.forgiven()) {
            forgiven.addObject()
                    .put("id", image.id())
                    .put("faults", image.forgiven().orElseThrow());
        }
        range.ifPresent(ids -> {
            document.putObject("range").put("start_id", ids.start()).put("stop_id", ids.stop());
            ArrayNode missing = document.putArray("missing");
            statistics.missing(ids.start(), ids.stop()).forEach(missing::add);
            ArrayNode unexpected = document.putArray("unexpected");
            statistics.unexpected(ids.start(), ids.stop()).forEach(unexpected::add);
        });
        return document.toPrettyString();
    }
}
