package pokemon.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdSet;

/**
 * The values that {@code --retry-failed} takes from the report of an earlier run.
 *
 * @param file the file with its report
 * @param unfinished the ids that failed or were not attempted
 * @param kind the letter of its workers' kind
 * @param workers its number of workers, as requested
 * @param directory where its images went
 * @param source where its images came from, as it was asked for
 */
public record PreviousRun(Path file, IdSet unfinished, String kind, String workers, String directory, String source) {
    private static final Set<IdResult.Status> UNFINISHED =
            EnumSet.of(IdResult.Status.FAILED, IdResult.Status.NOT_ATTEMPTED);

    /** Reads a report; throws an {@link IOException} when this version does not understand it. */
    public static PreviousRun read(Path file) throws IOException {
        RunReportReader report = RunReportReader.read(file);
        JsonNode parameters = report.parameters();
        return new PreviousRun(
                file,
                unfinished(report),
                report.text(parameters, "tp"),
                parameters.path("auto").asBoolean() ? "auto" : report.text(parameters, "nbr_tp"),
                report.text(parameters, "out_dir"),
                report.text(parameters.has("source") ? parameters : report.root(), "source"));
    }

    private static IdSet unfinished(RunReportReader report) throws IOException {
        List<IdRange> ids = new ArrayList<>();
        for (JsonNode entry : report.ids()) {
            int id = report.id(entry);
            if (UNFINISHED.contains(report.status(entry))) {
                ids.add(new IdRange(id, id));
            }
        }
        return IdSet.of(ids);
    }
}
