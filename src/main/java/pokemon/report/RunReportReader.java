package pokemon.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import pokemon.directory.InputFile;
import pokemon.directory.IoErrors;
import pokemon.schedule.run.IdResult;

/**
 * The report of a run as it was read from a file. Every failure is an {@link IOException} whose message names the file
 * in one line.
 */
record RunReportReader(Path file, JsonNode root) {
    /** Neither paths nor addresses are longer. */
    private static final int MAX_CHARACTERS = 4096;

    static RunReportReader read(Path file) throws IOException {
        JsonNode root = json(file);
        if (!root.path("ids").isArray() || !root.path("parameters").isObject()) {
            throw new IOException(file + " is no report of a run, as --json writes it");
        }
        int version = root.path("schema_version").asInt();
        if (version != RunReportWriter.SCHEMA_VERSION) {
            throw new IOException(file + " has schema version " + version + ", and only version "
                    + RunReportWriter.SCHEMA_VERSION + " is understood");
        }
        return new RunReportReader(file, root);
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            // Not by the mapper's own way of opening files, which does not say what is wrong with them.
            return new ObjectMapper().readTree(InputFile.bytes(file, InputFile.MAX_REPORT));
        } catch (NoSuchFileException e) {
            throw new IOException("no such file: " + file, e);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is no report of a run: it is not JSON", e);
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + IoErrors.reason(e), e);
        } catch (OutOfMemoryError e) {
            throw new IOException("cannot read " + file + ": not enough memory", e);
        }
    }

    JsonNode parameters() {
        return root.get("parameters");
    }

    JsonNode ids() {
        return root.get("ids");
    }

    int id(JsonNode entry) throws IOException {
        int id = entry.path("id").asInt();
        if (id < 1) {
            throw new IOException(file + " is damaged: an id is missing");
        }
        return id;
    }

    /** Returns how an id ended, which must be there. */
    IdResult.Status status(JsonNode entry) throws IOException {
        String label = text(entry, "status");
        return Arrays.stream(IdResult.Status.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IOException(file + " is damaged: the status '" + label + "' is unknown"));
    }

    /** Returns a text that must be there. */
    String text(JsonNode parent, String name) throws IOException {
        String text = parent.path(name).asText();
        if (text.isEmpty()) {
            throw new IOException(file + " is damaged: '" + name + "' is missing");
        }
        if (text.length() > MAX_CHARACTERS) {
            throw new IOException(file + " is damaged: '" + name + "' is longer than " + MAX_CHARACTERS);
        }
        return text;
    }

    /** Returns a time in seconds that must be there. */
    double seconds(JsonNode parent, String name) throws IOException {
        double seconds = parent.path(name).asDouble(Double.NaN);
        if (!Double.isFinite(seconds) || seconds < 0) {
            throw new IOException(file + " is damaged: '" + name + "' is no time in seconds");
        }
        return seconds;
    }
}
