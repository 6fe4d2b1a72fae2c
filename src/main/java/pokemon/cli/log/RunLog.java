package pokemon.cli.log;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
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
        String ids = count(settings.ids().size(), "id");
        String source = settings.download().source().template();
        String workers = settings.workers().kind().count(settings.maxWorkers());
        RUN.debug("{} from {} into {} with {}", ids, source, settings.download().directory(), workers);
    }

    public void ended(RunReport report) {
        String ids = count(report.ids().size(), "id");
        String attempts = count(report.attempts(), "attempt");
        long saved = report.count(IdResult.Status.SAVED);
        RUN.debug("saved {} of {} in {} s with {}", saved, ids, seconds(report.nanos()), attempts);
    }

    @Override
    public void attempted(AttemptResult result) {
        result.trace().exchanges().forEach(RunLog::exchange);
        if (RUN.isDebugEnabled()) {
            String name = ImageName.digits(result.id());
            String end = text(result.outcome()) + " after " + millis(result.nanos()) + " ms";
            RUN.debug("{} attempt {} by worker {}: {}", name, result.attempt(), result.worker(), end);
        }
    }

    private static void exchange(Exchange exchange) {
        String uri = UntrustedText.escaped(exchange.uri().toString());
        int status = exchange.status();
        boolean answered = status != 0;
        String time = millis(exchange.nanos());
        Optional<String> note = exchange.note();
        if (answered && note.isPresent()) {
            REQUESTS.info("GET {}: {}, a redirect {}", uri, status, note.get());
        } else if (answered) {
            String connection =
                    exchange.connection().map(name -> ", connection " + name).orElse("");
            REQUESTS.debug("GET {}: {}, {} bytes, {} ms{}", uri, status, exchange.bytes(), time, connection);
        } else {
            REQUESTS.debug("GET {}: {} after {} ms", uri, note.orElse("no answer"), time);
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
        String wait = seconds(delay.toNanos());
        RUN.info("{} attempt {} failed: {}; the next one in {} s", ImageName.digits(id), attempt, reason, wait);
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
        String rate = "";
        if (from.imagesPerSecond().isPresent()) {
            double perSecond = from.imagesPerSecond().getAsDouble();
            rate = String.format(Locale.ROOT, " (%.0f images/s with %d)", perSecond, from.workers());
        }
        String workers = kind.count(to.workers());
        RUN.info("{} \u2192 {}: {}{}", from.workers(), workers, to.cause().text(), rate);
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
