package pokemon.experiment.measure;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import pokemon.download.ReencodeMode;
import pokemon.schedule.run.IdRange;

/** What all trials of an experiment have in common. */
public record TrialSettings(IdRange range, ReencodeMode reencode, TrialSource source, String userAgent) {
    /** Returns these settings as parameters of a report. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("start_id", range.start());
        parameters.put("stop_id", range.stop());
        parameters.put("reencode", reencode.name().toLowerCase(Locale.ROOT));
        parameters.putAll(source.parameters());
        return parameters;
    }

    /**
     * Opens the source, to be closed by the caller.
     *
     * @throws IOException when the mirror does not start
     */
    public TrialRunner open() throws IOException {
        return new TrialRunner(this, source.open());
    }
}
