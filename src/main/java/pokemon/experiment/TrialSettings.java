package pokemon.experiment;

import java.io.IOException;
import pokemon.download.ReencodeMode;
import pokemon.schedule.IdRange;

/**
 * What is the same in all trials of an experiment.
 *
 * @param range the ids
 * @param reencode how a fetched image becomes a PNG
 * @param source where images come from
 * @param userAgent the {@code User-Agent} header of every request
 */
public record TrialSettings(IdRange range, ReencodeMode reencode, TrialSource source, String userAgent) {
    /**
     * Opens the source, to be closed by the caller.
     *
     * @throws IOException when the mirror does not start
     */
    TrialRunner open() throws IOException {
        return new TrialRunner(this, source.open());
    }
}
