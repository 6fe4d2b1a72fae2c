package pokemon.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pokemon.directory.ImageName;
import pokemon.directory.UntrustedText;
import pokemon.download.trace.Phase;
import pokemon.report.RecordedRun;
import pokemon.report.RecordedRun.RecordedAttempt;
import pokemon.schedule.run.IdResult.Status;
import pokemon.schedule.run.WorkerKind;

/**
 * What the workers of a run did over time. Times are in seconds since the start of the run.
 *
 * @param title what it shows, in a few words
 * @param seconds where its axis ends
 * @param lanes one for each worker, in order
 * @param marks moments to point at, in order
 */
public record Timeline(String title, double seconds, List<Lane> lanes, List<Mark> marks) {
    /** Shorter times cannot be seen: a share of the whole time. */
    private static final double VISIBLE = 1e-4;

    /** What one worker did, without overlaps and in order. */
    public record Lane(String name, String about, List<Bar> bars) {}

    /**
     * A stretch of a lane.
     *
     * @param label a few characters to show inside, empty for none
     * @param about what it is, for people who point at it
     * @param phases what it went to, in order; empty when that is unknown
     */
    public record Bar(Activity activity, double begin, double end, String label, String about, List<Stretch> phases) {}

    public record Stretch(Activity activity, double begin, double end) {}

    public record Mark(double seconds, String name) {}

    public static Timeline of(String title, RecordedRun run, List<Mark> marks) {
        double seconds = Math.max(
                1e-6, run.attempts().stream().mapToDouble(RecordedAttempt::end).reduce(run.seconds(), Math::max));
        Set<Integer> workers = new TreeSet<>(run.busy().keySet());
        run.attempts().forEach(attempt -> workers.add(attempt.worker()));
        List<Lane> lanes = workers.stream()
                .map(worker -> lane(
                        run,
                        worker,
                        run.attempts().stream()
                                .filter(attempt -> attempt.worker() == worker)
                                .toList(),
                        seconds))
                .toList();
        return new Timeline(title, seconds, lanes, marks);
    }

    private static Lane lane(RecordedRun run, int worker, List<RecordedAttempt> attempts, double seconds) {
        List<Bar> bars = new ArrayList<>();
        double free = 0;
        double drawn = 0;
        for (int i = 0; i < attempts.size(); i++) {
            RecordedAttempt attempt = attempts.get(i);
            // The end may be an estimate, and the clock of a child may run a little apart.
            double next = i + 1 < attempts.size() ? attempts.get(i + 1).begin() : seconds;
            double end = Math.min(attempt.end(), Math.max(next, attempt.begin()));
            double asked = Math.max(free, attempt.begin() - attempt.turn());
            if (i == 0 && run.kind() == WorkerKind.PROCESSES) {
                bars.add(new Bar(
                        Activity.START, 0, asked, "", text("%s: ready after %s", name(worker), ms(asked)), List.of()));
            }
            if (attempt.begin() - asked > VISIBLE * seconds) {
                String about = text("%s waited %s for a turn", name(worker), ms(attempt.begin() - asked));
                bars.add(new Bar(Activity.TURN, asked, attempt.begin(), "", about, List.of()));
            }
            bars.add(new Bar(
                    activity(attempt),
                    attempt.begin(),
                    end,
                    ImageName.digits(attempt.id()),
                    about(attempt),
                    phases(attempt, end)));
            free = end;
            drawn += end - attempt.begin();
        }
        long images = attempts.stream().filter(RecordedAttempt::isLast).count();
        double unknown = run.busy().getOrDefault(worker, drawn) - drawn;
        return new Lane(
                "w" + (worker + 1),
                text("%s: %d %s", name(worker), images, images == 1 ? "image" : "images")
                        + (unknown > VISIBLE * seconds
                                ? "; " + ms(unknown) + " went to attempts of which the report has no times"
                                : ""),
                bars);
    }

    private static Activity activity(RecordedAttempt attempt) {
        if (!attempt.isLast()) {
            return Activity.ATTEMPT;
        }
        if (attempt.status() == Status.FAILED) {
            return Activity.FAILED;
        }
        return attempt.of() > 1 ? Activity.RETRY : Activity.WORK;
    }

    private static List<Stretch> phases(RecordedAttempt attempt, double end) {
        List<Stretch> stretches = new ArrayList<>();
        double at = attempt.begin();
        for (Map.Entry<Phase, Double> phase : attempt.phases().entrySet()) {
            double to = Math.min(end, at + phase.getValue());
            if (to > at) {
                stretches.add(new Stretch(Activity.valueOf(phase.getKey().name()), at, to));
            }
            at = to;
        }
        return stretches;
    }

    private static String about(RecordedAttempt attempt) {
        String outcome = attempt.isLast()
                ? attempt.status().label() + (attempt.of() == 1 ? "" : " after " + attempt.of() + " attempts")
                : text("attempt %d of %d failed", attempt.attempt(), attempt.of());
        String size = attempt.bytes() > 0 ? text(", %.1f kB", attempt.bytes() / 1e3) : "";
        String detail = attempt.detail().isEmpty() ? "" : ": " + UntrustedText.shown(attempt.detail());
        String phases = attempt.phases().isEmpty()
                ? ""
                : attempt.phases().entrySet().stream()
                        .map(phase -> Activity.valueOf(phase.getKey().name()).label() + " " + ms(phase.getValue()))
                        .collect(Collectors.joining(", ", "\nturn " + ms(attempt.turn()) + ", ", ""));
        return text(
                        "%s: %s%s%s\n%s, %.3f s to %.3f s",
                        ImageName.digits(attempt.id()),
                        outcome,
                        size,
                        detail,
                        name(attempt.worker()),
                        attempt.begin(),
                        attempt.end())
                + phases;
    }

    /** People count workers from 1, reports from 0. */
    private static String name(int worker) {
        return "worker " + (worker + 1);
    }

    private static String ms(double seconds) {
        return text("%.1f ms", seconds * 1e3);
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Returns what occurs in some timelines, in the order of a legend. */
    static Set<Activity> activities(List<Timeline> timelines) {
        Set<Activity> found = EnumSet.of(Activity.IDLE);
        timelines.stream()
                .flatMap(timeline -> timeline.lanes.stream())
                .flatMap(lane -> lane.bars.stream())
                .forEach(bar -> {
                    found.add(bar.activity);
                    bar.phases.forEach(phase -> found.add(phase.activity));
                });
        return found;
    }

    /** Returns the smallest of 1, 2 and 5 times a power of ten that is at least a minimum above 0. */
    static double step(double min) {
        double power = Math.pow(10, Math.floor(Math.log10(min)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= min) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Returns the label of a tick: as many digits as its step needs. */
    static String tick(double value, double step) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return text("%." + decimals + "f", value);
    }
}
