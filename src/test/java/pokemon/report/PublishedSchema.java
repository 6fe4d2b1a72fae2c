package pokemon.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schemas that are shipped with the program, and how documents break them. */
public enum PublishedSchema {
    /** Of {@code --json}. */
    RUN_REPORT("run-report.schema.json"),
    /** Of a line of {@code --jsonl}. */
    ID_RESULT("id-result.schema.json"),
    /** Of {@code pokemon stats --json}. */
    STATISTICS("statistics.schema.json");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final String name;

    PublishedSchema(String name) {
        this.name = name;
    }

    String text() throws IOException {
        try (InputStream in = RunReportWriter.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns what is wrong with a document, nothing when it is as the schema says. */
    public List<String> violations(String document) throws IOException {
        return violations(REGISTRY.getSchema(text()), document);
    }

    /** Returns what is wrong with the schema itself. */
    List<String> ownViolations() throws IOException {
        Schema dialect = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        return violations(dialect, text());
    }

    private static List<String> violations(Schema schema, String document) {
        return schema.validate(document, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
