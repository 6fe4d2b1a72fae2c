package pokemon.cli.log;

import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pokemon.directory.ImageName;
import pokemon.directory.UntrustedText;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.Exchange;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.run.AttemptResult;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerKind;

/** Logs what happens in a run. A logger has the name of the package that the event is about. */
public final class RunLog implements RunListener {
    private static final Logger CONFIGURATION = LoggerFactory.getLogger("pokemon.cli.config");
    private static final Logger RUN = LoggerFactory.getLogger("pokemon.schedule");
    private static final Logger REQUESTS = LoggerFactory.getLogger("pokemon.download.http");
    private static final Logger CHILDREN = LoggerFactory.getLogger("pokemon.child");

    /** Logs what a run is about to do, and the settings that were found. */
    public void begins(RunSettings settings, Iterable<String> configuration) {
        configuration.forEach(CONFIGURATION::debug);
        RUN.debug(
                "{} from {} into {} with {}",
                count(settings.ids().size(), "id"),
                settings.download().source().template(),
                settings.download().directory(),
                settings.workers().kind().count(settings.maxWorkers()));
    }

    /** Logs how a run ended. */
    public void ended(RunReport report) {
        RUN.debug(
                "saved {} of {} in {} s with {}",
                report.count(IdResult.Status.SAVED),
                count(report.ids().size(), "id"),
                seconds(report.nanos()),
                count(report.attempts(), "attempt"));
    }

    @Override
    public void attempted(AttemptResult result) {
        result.trace().exchanges().forEach(RunLog::exchange);
        if (RUN.isDebugEnabled()) {
            RUN.debug(
                    "{} attempt {} by worker {}: {} after {} ms",
                    ImageName.digits(result.id()),
                    result.attempt(),
                    result.worker(),
                    text(result.outcome()),
                    millis(result.nanos()));
        }
    }

    private static void exchange(Exchange exchange) {
        String uri = UntrustedText.escaped(exchange.uri().toString());
        boolean answered = exchange.status() != 0;
        if (answered && exchange.note().isPresent()) {
            REQUESTS.info(
                    "GET {}: {}, a redirect {}",
                    uri,
                    exchange.status(),
                    exchange.note().get());
        } else if (answered) {
            REQUESTS.debug(
                    "GET {}: {}, {} bytes, {} ms{}",
                    uri,
                    exchange.status(),
                    exchange.bytes(),
                    millis(exchange.nanos()),
                    exchange.connection().map(name -> ", connection " + name).orElse(""));
        } else {
            REQUESTS.debug(
                    "GET {}: {} after {} ms", uri, exchange.note().orElse("no answer"), millis(exchange.nanos()));
        }
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Saved saved) {
            return "saved, " + saved.bytes() + " bytes";
        }
        return (outcome instanceof Outcome.Skipped ? "skipped: " : "failed: ")
                + outcome.detail().orElse("");
    }

    @Override
    public void retrying(int id, int attempt, String reason, Duration delay) {
        RUN.info(
                "{} attempt {} failed: {}; the next one in {} s",
                ImageName.digits(id),
                attempt,
                reason,
                seconds(delay.toNanos()));
    }

    @Override
    public void pausing(String reason, Duration pause) {
        RUN.info("all workers pause for {} s: {}", seconds(pause.toNanos()), reason);
    }

    @Override
    public void outage(String reason, Duration patience) {
        RUN.debug("an outage begins: {}; patience {} s", reason, patience.toSeconds());
    }

    @Override
    public void recovered(Duration outage) {
        RUN.debug("the outage is over after {} s", seconds(outage.toNanos()));
    }

    @Override
    public void warning(String warning) {
        RUN.debug("warning: {}", warning);
    }

    @Override
    public void stopping(StopReason stop) {
        RUN.debug("the run stops ({}): {}", stop.cause(), stop.reason());
    }

    @Override
    public void resizing(WorkerKind kind, ConcurrencyChange from, ConcurrencyChange to) {
        String rate = from.imagesPerSecond().isPresent()
                ? String.format(
                        Locale.ROOT,
                        " (%.0f images/s with %d)",
                        from.imagesPerSecond().getAsDouble(),
                        from.workers())
                : "";
        RUN.info(
                "{} \u2192 {}: {}{}",
                from.workers(),
                kind.count(to.workers()),
                to.cause().text(),
                rate);
    }

    @Override
    public void childStarted(long pid) {
        CHILDREN.info("child {} started", pid);
    }

    @Override
    public void childReady(long pid, Duration start) {
        CHILDREN.info("child {} is ready after {} ms", pid, start.toMillis());
    }

    @Override
    public void childPrinted(long pid, String line) {
        LoggerFactory.getLogger(CHILDREN.getName() + "." + pid).info(line);
    }

    @Override
    public void childLost(long pid, String reason) {
        CHILDREN.info("lost: {}", reason);
    }

    @Override
    public void childEnded(long pid) {
        CHILDREN.info("child {} ended", pid);
    }

    @Override
    public void childTrouble(String what) {
        CHILDREN.info(what);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }
}
