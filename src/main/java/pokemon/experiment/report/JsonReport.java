package pokemon.experiment.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import pokemon.experiment.statistics.Summary;
import pokemon.report.Host;

/** The report as JSON: names in snake case, times in seconds, hyperfine's names for what hyperfine has too. */
final class JsonReport {
    /** Version of the document's structure; it grows when a field changes its meaning or goes away. */
    static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    static String text(ExperimentReport report) {
        RunMetadata origin = report.origin();
        ObjectNode document = object().put("schema_version", SCHEMA_VERSION)
                .put("experiment", report.heading().name())
                .put("version", origin.version())
                .put("started_at", origin.startedAt().toString())
                .put("command_line", origin.commandLine());
        document.set("host", host(origin.host()));
        document.set("parameters", values(report.parameters()));
        ArrayNode results = document.putArray("results");
        report.results().forEach(result -> results.add(result(result)));
        ArrayNode findings = document.putArray("findings");
        report.conclusions().findings().forEach(findings::add);
        ArrayNode warnings = document.putArray("warnings");
        report.conclusions().warnings().forEach(warnings::add);
        try {
            return MAPPER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    private static ObjectNode result(Result result) {
        Summary times = result.times();
        ObjectNode node = object().put("command", result.command());
        put(node, "mean", times.mean());
        put(node, "stddev", times.stddev());
        put(node, "median", times.median());
        put(node, "min", times.min());
        put(node, "max", times.max());
        put(node, "times", times.samples());
        node.set("parameters", values(result.parameters()));
        result.values().forEach((name, value) -> put(node, name, value));
        return node;
    }

    private static ObjectNode host(Host host) {
        return object().put("name", host.name())
                .put("os", host.os())
                .put("arch", host.arch())
                .put("cores", host.cores())
                .put("jvm", host.jvm());
    }

    private static ObjectNode values(Map<String, Object> values) {
        ObjectNode node = object();
        values.forEach((name, value) -> put(node, name, value));
        return node;
    }

    private static void put(ObjectNode node, String name, Object value) {
        node.putPOJO(name, plain(value));
    }

    /** Rounds as the other files do, so that numbers are the same in all of them; what is not known is null. */
    private static Object plain(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Figures.exact(number) : null;
        }
        if (value instanceof Iterable<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> array.addPOJO(plain(item)));
            return array;
        }
        return value;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
