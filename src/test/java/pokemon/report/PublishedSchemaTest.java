package pokemon.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas fit the sealed documents, and fit nothing else. */
final class PublishedSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode sealed(String name) throws IOException {
        return JSON.readTree(RunReportWriterTest.sealed(name));
    }

    private static void assertFits(PublishedSchema schema, JsonNode document) throws IOException {
        assertEquals(List.of(), schema.violations(document.toString()));
    }

    private static void assertRefused(PublishedSchema schema, JsonNode document, String what) throws IOException {
        assertNotEquals(List.of(), schema.violations(document.toString()), what);
    }

    @ParameterizedTest
    @EnumSource
    void isASchemaWithANameThatNobodyFetches(PublishedSchema schema) throws IOException {
        assertEquals(List.of(), schema.ownViolations());
        assertTrue(JSON.readTree(schema.text()).get("$id").asText().startsWith("urn:pokemon:"), schema.text());
    }

    @ParameterizedTest
    @CsvSource({
        "RUN_REPORT, complete-run.json",
        "RUN_REPORT, stopped-run.json",
        "STATISTICS, directory.json",
        "STATISTICS, directory-and-range.json"
    })
    void fitsTheSealedDocumentAndNoneWithAFieldMoreOrLess(PublishedSchema schema, String name) throws IOException {
        JsonNode document = sealed(name);
        assertFits(schema, document);
        List<String> allowed = new ArrayList<>();
        for (ObjectNode object : objects(document)) {
            object.put("surprise", 1);
            assertRefused(schema, document, "a field more in " + object);
            object.remove("surprise");
            for (String field : fields(object)) {
                JsonNode value = object.remove(field);
                if (schema.violations(document.toString()).isEmpty()) {
                    allowed.add(field);
                }
                object.set(field, value);
            }
        }
        allowed.removeAll(List.of("sha256", "ids", "source", "checks", "forgiven", "earlier_attempts"));
        assertEquals(List.of(), allowed, "what may be left out");
    }

    private static List<ObjectNode> objects(JsonNode document) {
        List<ObjectNode> found = new ArrayList<>();
        if (document instanceof ObjectNode object) {
            found.add(object);
        }
        document.forEach(child -> found.addAll(objects(child)));
        return found;
    }

    private static List<String> fields(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /schema_version               | 2
            /version                      | 1
            /parameters/start_id          | 0
            /parameters/stop_id           | 2147483648
            /parameters/stop_id           | 1.5
            /parameters/tp                | "M"
            /parameters/nbr_tp            | 0
            /parameters/out_dir           | null
            /parameters/schedule          | "DYNAMIC"
            /parameters/reencode          | "never"
            /parameters/existing          | "resume"
            /parameters/attempts          | 0
            /parameters/timeout           | 0
            /parameters/timeout           | "2.5"
            /parameters/rate              | 0
            /parameters/deadline          | -1
            /source                       | "http://127.0.0.1/"
            /source                       | "/{id}.png"
            /host/cores                   | 0
            /started_at                   | "yesterday Z"
            /started_at                   | "2026-11-22T10:20:30+01:00"
            /seconds                      | -0.1
            /seconds                      | null
            /stopped                      | "connection refused"
            /stopped/cause                | "boredom"
            /stopped/reason               | ""
            /totals/failed                | -1
            /totals/workers               | 1.5
            /workers                      | {}
            /workers/0/worker             | -1
            /workers/0/busy_seconds       | -1
            /ids/0/id                     | 0
            /ids/0/status                 | "lost"
            /ids/0/attempts               | 0
            /ids/0/bytes                  | 0
            /ids/0/worker                 | null
            /ids/0/error                  | "but it was saved"
            /ids/1/bytes                  | 1
            /ids/2/error                  | null
            /ids/3/worker                 | -1
            """)
    void refusesARunReportWithAWrongValue(String place, String value) throws IOException {
        JsonNode document = sealed("stopped-run.json");
        replace(document, place, JSON.readTree(value));
        assertRefused(PublishedSchema.RUN_REPORT, document, place + " " + value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /images           | -1
            /megabytes        | "0.5"
            /damaged/0/error  | ""
            /range/start_id   | 0
            /missing/0        | "001.png"
            /unexpected/0     | 7
            """)
    void refusesStatisticsWithAWrongValue(String place, String value) throws IOException {
        JsonNode document = sealed("directory-and-range.json");
        replace(document, place, JSON.readTree(value));
        assertRefused(PublishedSchema.STATISTICS, document, place + " " + value);
    }

    private static void replace(JsonNode document, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = document.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /parameters/ids    | "1,4,7-9"                          | "9 to 7"
            /parameters/auto   | true                               | "yes"
            /parameters/source | "embedded"                         | ""
            /ids/0/sha256      | "SIXTY-FOUR"                       | "c0ffee"
            /worker_path       | [{"seconds": 0, "workers": 8, "images_per_second": 90.5, "cause": "first"}] | [{"workers": 8}]
            """)
    void knowsTheFieldsThatNotEveryReportHas(String place, String good, String bad) throws IOException {
        JsonNode document = sealed("stopped-run.json");
        replace(document, place, JSON.readTree(good.replace("SIXTY-FOUR", "0123456789abcdef".repeat(4))));
        assertFits(PublishedSchema.RUN_REPORT, document);
        replace(document, place, JSON.readTree(bad));
        assertRefused(PublishedSchema.RUN_REPORT, document, place + " " + bad);
    }

    @Test
    void allowsARunWithoutAnyIds() throws IOException {
        ObjectNode document = (ObjectNode) sealed("complete-run.json");
        ((ObjectNode) document.get("parameters")).putNull("start_id").putNull("stop_id");
        ((ObjectNode) document.get("parameters")).put("ids", "");
        document.putArray("ids");
        document.putArray("workers");
        assertFits(PublishedSchema.RUN_REPORT, document);
    }
}
