package pokemon.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pokemon.directory.InputFile;
import pokemon.directory.IoErrors;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdSet;

/**
 * The values that {@code --retry-failed} takes from the report of an earlier run.
 *
 * @param file the file with its report
 * @param unfinished the ids that failed or were not attempted
 * @param kind the letter of its workers' kind
 * @param workers how many workers it wanted
 * @param directory where its images went
 * @param source where its images came from, as it was asked for
 */
public record PreviousRun(Path file, IdSet unfinished, String kind, String workers, String directory, String source) {
    private static final Set<String> UNFINISHED =
            Set.of(IdResult.Status.FAILED.label(), IdResult.Status.NOT_ATTEMPTED.label());

    /** Neither paths nor addresses are longer. */
    private static final int MAX_CHARACTERS = 4096;

    /**
     * Reads a report.
     *
     * @throws IOException when the file cannot be read or is no report of a run that this version understands; the
     *     message says so in one line
     */
    public static PreviousRun read(Path file) throws IOException {
        JsonNode document = document(file);
        if (!document.path("ids").isArray() || !document.path("parameters").isObject()) {
            throw new IOException(file + " is no report of a run, as --json writes it");
        }
        int version = document.path("schema_version").asInt();
        if (version != JsonDocuments.SCHEMA_VERSION) {
            throw new IOException(file + " has schema version " + version + ", and only version "
                    + JsonDocuments.SCHEMA_VERSION + " is understood");
        }
        JsonNode parameters = document.get("parameters");
        return new PreviousRun(
                file,
                unfinished(file, document.get("ids")),
                text(file, parameters, "tp"),
                parameters.path("auto").asBoolean() ? "auto" : text(file, parameters, "nbr_tp"),
                text(file, parameters, "out_dir"),
                text(file, parameters.has("source") ? parameters : document, "source"));
    }

    private static JsonNode document(Path file) throws IOException {
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

    private static IdSet unfinished(Path file, JsonNode entries) throws IOException {
        List<IdRange> ids = new ArrayList<>();
        for (JsonNode entry : entries) {
            int id = entry.path("id").asInt();
            if (id < 1) {
                throw new IOException(file + " is damaged: an id is missing");
            }
            if (UNFINISHED.contains(text(file, entry, "status"))) {
                ids.add(new IdRange(id, id));
            }
        }
        return IdSet.of(ids);
    }

    private static String text(Path file, JsonNode parent, String name) throws IOException {
        String text = parent.path(name).asText();
        if (text.isEmpty()) {
            throw new IOException(file + " is damaged: '" + name + "' is missing");
        }
        if (text.length() > MAX_CHARACTERS) {
            throw new IOException(file + " is damaged: '" + name + "' is longer than " + MAX_CHARACTERS);
        }
        return text;
    }
}
