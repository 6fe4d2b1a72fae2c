package pokemon.cli.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import pokemon.directory.ImageName;
import pokemon.directory.UntrustedText;
import pokemon.download.outcome.FailureKind;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.StopReason;

/** Prints the events of a run on standard error: failures always, warnings unless quiet, images when verbose. */
public final class ConsoleReporter implements RunListener {
    /** How many ids that fail in a row for the same reason are named. The message about the stop covers the rest. */
    private static final int MAX_ALIKE = 3;

    /** How many missing images are named. A line at the end covers the rest. */
    private static final int MAX_MISSING = 10;

    /** What does not depend on the address of the image. */
    private static final Set<FailureKind> LOCAL =
            EnumSet.of(FailureKind.UNWRITABLE, FailureKind.EXHAUSTED, FailureKind.DEFECT, FailureKind.WORKER_DIED);

    private final Progress progress;
    private final Verbosity verbosity;
    private final IntFunction<String> addresses;
    private final Set<FailureKind> toldKinds = EnumSet.noneOf(FailureKind.class);
    private final List<IdRange> missing = new ArrayList<>();
    private int alike;
    private final Set<String> toldPauses = new HashSet<>();
    private final Set<String> toldWarnings = new HashSet<>();
    private boolean stoppedAlike;

    /** How much is printed. */
    public enum Verbosity {
        QUIET,
        NORMAL,
        VERBOSE
    }

    /** Makes a reporter that prints beside a progress display and knows the address of the image of an id. */
    public ConsoleReporter(Progress progress, Verbosity verbosity, IntFunction<String> addresses) {
        this.progress = progress;
        this.verbosity = verbosity;
        this.addresses = addresses;
    }

    private void warn(String format, Object... values) {
        if (verbosity != Verbosity.QUIET) {
            progress.println("pokemon: " + String.format(Locale.ROOT, format, values));
        }
    }

    private void log(String line) {
        if (verbosity == Verbosity.VERBOSE) {
            progress.println(line);
        }
    }

    @Override
    public void settled(IdResult result) {
        progress.settled(result.status());
        String name = ImageName.of(result.id());
        switch (result.status()) {
            case SAVED -> {
                alike = 0;
                String forgiven = result.detail()
                        .map(faults -> " (forgiven: " + faults + ")")
                        .orElse("");
                log("Saved " + name + forgiven);
            }
            case SKIPPED -> {
                alike = 0;
                log("Skipped " + name + ": " + result.detail().orElse(""));
            }
            case FAILED -> failed(result);
            case NOT_ATTEMPTED -> {}
        }
    }

    private void failed(IdResult result) {
        // After a stop because every id fails alike, server trouble counts as alike, too.
        boolean isAlike = result.failure()
                .filter(kind -> kind.isSystemic() || (stoppedAlike && kind.isServerTrouble()))
                .isPresent();
        alike = isAlike ? alike + 1 : 0;
        boolean isMissing = isNotFound(result.failure());
        if (isMissing) {
            missing.add(new IdRange(result.id(), result.id()));
        }
        if (alike <= MAX_ALIKE && (missing.size() <= MAX_MISSING || !isMissing || verbosity == Verbosity.VERBOSE)) {
            progress.println(ImageName.digits(result.id()) + " failed: "
                    + result.detail().orElse("unknown") + address(result) + " ("
                    + (result.attempts() == 1 ? "1 attempt" : result.attempts() + " attempts") + ")");
        }
    }

    private static boolean isNotFound(Optional<FailureKind> failure) {
        return failure.equals(Optional.of(FailureKind.NOT_FOUND));
    }

    /** Returns the address of the image, for the first failure of each kind that may depend on it. */
    private String address(IdResult result) {
        return result.failure()
                .filter(kind -> !LOCAL.contains(kind) && toldKinds.add(kind))
                .map(kind -> ": " + UntrustedText.escaped(addresses.apply(result.id())))
                .orElse("");
    }

    @Override
    public void pausing(String reason, Duration pause) {
        // A busy server asks every worker for the same pause. When verbose, the log has them all.
        if (pause.toMillis() >= 1_000 && verbosity != Verbosity.VERBOSE && toldPauses.add(reason)) {
            warn("pausing for %.1f s: %s", pause.toMillis() / 1e3, reason);
        }
    }

    @Override
    public void outage(String reason, Duration patience) {
        warn("nothing succeeds: %s. Trying again for up to %d s.", reason, patience.toSeconds());
    }

    @Override
    public void recovered(Duration outage) {
        warn("the source answers again after %.1f s", outage.toMillis() / 1e3);
    }

    @Override
    public void warning(String warning) {
        if (toldWarnings.add(warning)) {
            warn("%s", warning);
        }
    }

    @Override
    public void stopping(StopReason stop) {
        String reason = stop.reason();
        String sentence = reason.replaceFirst("\\.$", "") + ". ";
        stoppedAlike |= stop.cause() == StopReason.Cause.ALL_FAIL_ALIKE;
        progress.println("pokemon: stopped"
                + switch (stop.cause()) {
                    case ALL_FAIL_ALIKE ->
                        " early, since " + (isNotFound(stop.failure()) ? "" : "every id would fail alike: ") + reason
                                + ". "
                                + stop.failure().map(ConsoleReporter::advice).orElse("");
                    case OUTAGE ->
                        ", since nothing succeeds any more: " + reason
                                + ". Try again later with --resume, or wait longer with --give-up-after.";
                    case NO_WORKERS ->
                        ", since child JVMs do not start: " + sentence
                                + "Check --jvm-arg and the free memory, or use threads (T).";
                    case NO_THREADS -> ": " + sentence + "Try a smaller nbr_tp, or auto.";
                    default -> ": " + reason;
                });
    }

    private static String advice(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE, TRANSIENT ->
                "Check the network, the proxy variables and the --source, or try --source embedded.";
            case NOT_FOUND -> "Check the --source; --keep-going tries the other ids, too.";
            case REFUSED -> "Trust its issuer with --ca-certificate FILE, or check the --source.";
            case PROXY_LOGIN -> "Put it into the proxy variable, as http://USER:PASSWORD@HOST:PORT.";
            case UNWRITABLE -> "Check that it exists, has room and may be written to, or choose another out_dir.";
            default -> "";
        };
    }

    /** Prints what is known only when a run has ended, such as the number of images with forgiven faults. */
    public void finished(long forgiven) {
        if (missing.size() > MAX_MISSING && verbosity != Verbosity.VERBOSE) {
            progress.println("pokemon: " + missing.size() + " images are not there: " + IdSet.of(missing));
        }
        if (forgiven > 0) {
            String images = forgiven == 1 ? "1 image" : forgiven + " images";
            String advice = "-v and --json name them, --checks strict refuses them";
            warn("faults that cannot reach the pixels were left out of %s; %s", images, advice);
        }
    }
}
