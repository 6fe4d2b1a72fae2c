package pokemon.cli.progress;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import pokemon.download.FailureKind;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerKind;

/** Tells on standard error what happens in a run: failures always, warnings unless quiet, the rest when asked. */
public final class ConsoleReporter implements RunListener {
    /** How many ids in a row that fail alike are named one by one; the message about the stop speaks for the rest. */
    private static final int MOST_ALIKE = 3;

    private final Progress progress;
    private final Verbosity verbosity;
    private int alike;
    private final Set<String> toldPauses = new HashSet<>();
    private final Set<String> toldWarnings = new HashSet<>();
    private boolean stoppedAlike;

    /** How much is told. */
    public enum Verbosity {
        QUIET,
        NORMAL,
        VERBOSE
    }

    /** Makes a reporter that writes through a progress display. */
    public ConsoleReporter(Progress progress, Verbosity verbosity) {
        this.progress = progress;
        this.verbosity = verbosity;
    }

    @Override
    public void settled(IdResult result) {
        boolean failed = result.status() == IdResult.Status.FAILED;
        progress.settled(result.status());
        if (result.status() == IdResult.Status.SAVED || result.status() == IdResult.Status.SKIPPED) {
            alike = 0;
        }
        if (failed) {
            // Once the run has stopped because every id fails alike, server trouble is such a cause, too.
            boolean isAlike = result.failure()
                    .filter(kind -> kind.isSystemic() || (stoppedAlike && kind.isServerTrouble()))
                    .isPresent();
            alike = isAlike ? alike + 1 : 0;
            if (alike <= MOST_ALIKE) {
                progress.println(failure(result));
            }
        } else if (verbosity == Verbosity.VERBOSE && result.status() == IdResult.Status.SAVED) {
            progress.println(String.format(Locale.ROOT, "Saved %03d.png", result.id())
                    + result.detail()
                            .map(faults -> " (forgiven: " + faults + ")")
                            .orElse(""));
        } else if (verbosity == Verbosity.VERBOSE && result.status() == IdResult.Status.SKIPPED) {
            progress.println(String.format(
                    Locale.ROOT,
                    "Skipped %03d.png: %s",
                    result.id(),
                    result.detail().orElse("")));
        }
    }

    private static String failure(IdResult result) {
        return String.format(
                Locale.ROOT,
                "%03d failed: %s (%s)",
                result.id(),
                result.detail().orElse("unknown"),
                result.attempts() == 1 ? "1 attempt" : result.attempts() + " attempts");
    }

    @Override
    public void retrying(int id, int attempt, String reason, Duration delay) {
        if (verbosity == Verbosity.VERBOSE) {
            progress.println(String.format(Locale.ROOT, "%03d attempt %d failed: %s", id, attempt, reason));
        }
    }

    @Override
    public void pausing(String reason, Duration pause) {
        if (verbosity == Verbosity.QUIET || pause.toMillis() < 1_000) {
            return;
        }
        // A server that is busy asks every worker for the same.
        if (toldPauses.add(reason) || verbosity == Verbosity.VERBOSE) {
            progress.println(
                    String.format(Locale.ROOT, "pokemon: pausing for %.1f s: %s", pause.toMillis() / 1e3, reason));
        }
    }

    @Override
    public void outage(String reason, Duration patience) {
        if (verbosity != Verbosity.QUIET) {
            progress.println(String.format(
                    Locale.ROOT,
                    "pokemon: nothing succeeds: %s. Trying again for up to %d s.",
                    reason,
                    patience.toSeconds()));
        }
    }

    @Override
    public void recovered(Duration outage) {
        if (verbosity != Verbosity.QUIET) {
            progress.println(String.format(
                    Locale.ROOT, "pokemon: the source answers again after %.1f s", outage.toMillis() / 1e3));
        }
    }

    @Override
    public void warning(String warning) {
        if (verbosity != Verbosity.QUIET && toldWarnings.add(warning)) {
            progress.println("pokemon: " + warning);
        }
    }

    @Override
    public void resizing(WorkerKind kind, ConcurrencyChange from, ConcurrencyChange to) {
        if (verbosity == Verbosity.VERBOSE) {
            String measured = from.imagesPerSecond().isPresent()
                    ? String.format(
                            Locale.ROOT,
                            " (%.0f images/s with %d)",
                            from.imagesPerSecond().getAsDouble(),
                            from.workers())
                    : "";
            progress.println("pokemon: " + from.workers() + " \u2192 " + kind.count(to.workers()) + ": "
                    + to.cause().text() + measured);
        }
    }

    @Override
    public void stopping(StopReason stop) {
        if (stop.cause() == StopReason.Cause.ALL_FAIL_ALIKE) {
            stoppedAlike = true;
            progress.println("pokemon: stopped early, since every id would fail alike: " + stop.reason() + ". "
                    + stop.failure().map(ConsoleReporter::advice).orElse(""));
        } else if (stop.cause() == StopReason.Cause.OUTAGE) {
            progress.println("pokemon: stopped, since nothing succeeds any more: " + stop.reason()
                    + ". Try again later with --resume, or wait longer with --give-up-after.");
        } else if (stop.cause() == StopReason.Cause.NO_WORKERS) {
            progress.println("pokemon: stopped, since child JVMs do not start: "
                    + stop.reason().replaceFirst("\\.$", "")
                    + ". Check --jvm-arg and the free memory, or use threads (T).");
        } else if (stop.cause() == StopReason.Cause.NO_THREADS) {
            progress.println(
                    "pokemon: stopped: " + stop.reason().replaceFirst("\\.$", "") + ". Try a smaller nbr_tp, or auto.");
        } else {
            progress.println("pokemon: stopped: " + stop.reason());
        }
    }

    private static String advice(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE, TRANSIENT ->
                "Check the network, the proxy variables and the --source, or try --source embedded.";
            case REFUSED -> "Trust its issuer with --ca-certificate FILE, or check the --source.";
            case PROXY_LOGIN -> "Put it into the proxy variable, as http://USER:PASSWORD@HOST:PORT.";
            case UNWRITABLE -> "Make room there, or choose another out_dir.";
            default -> "";
        };
    }

    /** Tells what remains to be said when a run has ended. */
    public void finished(RunReport report) {
        long forgiven = report.forgiven();
        if (forgiven > 0 && verbosity != Verbosity.QUIET) {
            progress.println("pokemon: faults that cannot reach the pixels were left out of "
                    + (forgiven == 1 ? "1 image" : forgiven + " images")
                    + "; -v and --json name them, --checks strict refuses them");
        }
    }

    @Override
    public void log(String line) {
        if (verbosity == Verbosity.VERBOSE) {
            progress.println(line);
        }
    }
}
