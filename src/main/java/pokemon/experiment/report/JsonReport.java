package pokemon.experiment.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Figures;

/** The report as JSON: names in snake case, times in seconds, hyperfine's names where hyperfine has the same value. */
final class JsonReport {
    /** Version of the document's structure; it grows when a field changes its meaning or is removed. */
    static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new RoundedNumber())
                    .addSerializer(double.class, new RoundedNumber()))
            .addMixIn(Summary.class, SummaryFields.class)
            .build();

    private JsonReport() {}

    /** The names and the order of hyperfine. */
    @JsonPropertyOrder({"mean", "stddev", "median", "min", "max", "times"})
    private interface SummaryFields {
        @JsonProperty("times")
        List<Double> samples();
    }

    private record Document(
            int schemaVersion,
            String experiment,
            @JsonUnwrapped RunMetadata metadata,
            Map<String, Object> parameters,
            List<Result> results,
            @JsonUnwrapped ExperimentReport.Conclusions conclusions) {}

    static String text(ExperimentReport report) {
        Document document = new Document(
                SCHEMA_VERSION,
                report.heading().name(),
                report.metadata(),
                report.parameters(),
                report.results(),
                report.conclusions());
        return text(MAPPER.writer(), document) + "\n";
    }

    /** Returns the data of a chart for a script element of a page. */
    static String inline(Panel panel) {
        return text(MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT), panel)
                .replace("<", "\\u003c");
    }

    private static String text(ObjectWriter writer, Object values) {
        try {
            return writer.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values cannot be written", e);
        }
    }

    /** Rounds as the other files do; an unknown number is null. */
    private static final class RoundedNumber extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(Figures.exact(value));
            } else {
                json.writeNull();
            }
        }
    }
}
