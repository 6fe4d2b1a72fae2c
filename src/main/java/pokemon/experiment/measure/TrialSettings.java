package pokemon.experiment.measure;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pokemon.child.ChildCommand;
import pokemon.download.ReencodeMode;
import pokemon.experiment.plan.WorkModel;
import pokemon.report.TraceFile;
import pokemon.schedule.run.IdRange;
import pokemon.source.Source;

/**
 * What is the same in all trials of an experiment.
 *
 * @param range the ids
 * @param reencode how a fetched image becomes a PNG
 * @param source where images come from
 * @param userAgent the {@code User-Agent} header of every request
 * @param jvmArguments the user's arguments for child JVMs
 * @param trace takes what each worker did
 */
public record TrialSettings(
        IdRange range,
        ReencodeMode reencode,
        Source source,
        String userAgent,
        List<String> jvmArguments,
        Optional<TraceFile> trace) {
    /** CPU seconds for an image that is checked, or also encoded anew; and the latency of a distant server. */
    private static final double CHECKING = 0.004;

    private static final double REENCODING = 0.02;
    private static final double SERVER_LATENCY = 0.1;

    /** Returns these settings as parameters of a report. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("start_id", range.start());
        parameters.put("stop_id", range.stop());
        parameters.put("reencode", reencode.name().toLowerCase(Locale.ROOT));
        if (source instanceof Source.Embedded mirror) {
            parameters.put("source", Source.EMBEDDED);
            parameters.put("latency_seconds", mirror.options().latency().toNanos() / 1e9);
            parameters.put("jitter_seconds", mirror.options().jitter().toNanos() / 1e9);
        } else if (source instanceof Source.Server server) {
            parameters.put("source", server.images().template());
        }
        parameters.put("child_jvm_options", new ChildCommand(jvmArguments).options());
        return parameters;
    }

    public WorkModel model() {
        double latency = source instanceof Source.Embedded mirror
                ? mirror.options().latency().toNanos() / 1e9
                : SERVER_LATENCY;
        double computing = reencode == ReencodeMode.ALWAYS ? REENCODING : CHECKING;
        return new WorkModel(
                range.size() * latency,
                range.size() * computing,
                Runtime.getRuntime().availableProcessors());
    }

    /** Returns what a reader of a chart needs to know, such as "ids 1 to 300, latency 20 ms, 2 cores". */
    public String conditions(int cores) {
        String place = "";
        if (source instanceof Source.Embedded mirror) {
            Duration jitter = mirror.options().jitter();
            place = "latency " + millis(mirror.options().latency()) + (jitter.isZero() ? "" : " ± " + millis(jitter));
        } else if (source instanceof Source.Server server) {
            place = "from " + server.images().uri(range.start()).getHost();
        }
        return "ids " + range.start() + " to " + range.stop() + ", " + place + ", " + cores
                + (cores == 1 ? " core" : " cores");
    }

    private static String millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros().toPlainString() + " ms";
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
