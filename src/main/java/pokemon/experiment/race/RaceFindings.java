package pokemon.experiment.race;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pokemon.experiment.report.Warnings;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Figures;

/** What the race shows, in sentences. */
final class RaceFindings {
    private RaceFindings() {}

    /** Returns all findings. To add one, add a method to this list. */
    static List<String> of(List<RaceResult> results, Optional<RecordedDownload> download) {
        return Stream.concat(
                        results.stream().map(result -> result.wrong() == 0 ? right(result) : wrong(result)),
                        download.map(RaceFindings::download).stream())
                .toList();
    }

    private static String right(RaceResult result) {
        return Figures.text(
                "%s: every id was drawn exactly once in %s; %s.",
                result.label(),
                result.repeats().size() == 1
                        ? "the only repeat"
                        : Figures.text("all %d repeats", result.repeats().size()),
                pace(result.summary(Draws::nanosPerDraw)));
    }

    private static String wrong(RaceResult result) {
        return Figures.text(
                "%s: went wrong in %d of %d repeats; %s. %s.",
                result.label(),
                result.wrong(),
                result.repeats().size(),
                pace(result.summary(Draws::nanosPerDraw)),
                most(result));
    }

    /** Returns the time of a draw: with three digits at most, since the spread is wider than the fourth. */
    private static String pace(Summary nanos) {
        String spread =
                Double.isNaN(nanos.stddev()) ? "" : ", with a standard deviation of " + nanoseconds(nanos.stddev());
        return "one draw every " + nanoseconds(nanos.mean()) + ", all workers together" + spread;
    }

    private static String nanoseconds(double nanos) {
        return Figures.text(nanos < 10 ? "%.1f ns" : "%.0f ns", nanos);
    }

    /** What can go wrong, and how a sentence counts it. */
    private record Fault(String words, ToLongFunction<Draws> count) {
        long most(RaceResult result) {
            return result.repeats().stream().mapToLong(count).max().orElseThrow();
        }
    }

    private static String most(RaceResult result) {
        List<Draws> repeats = result.repeats();
        List<Fault> faults = Stream.of(
                        new Fault(
                                Figures.text(
                                        "of %,d ids drawn more than once",
                                        repeats.get(0).last()),
                                Draws::twice),
                        new Fault("skipped", Draws::skipped),
                        new Fault("drawn past the end", Draws::pastEnd))
                .filter(fault -> fault.most(result) > 0)
                .toList();
        String maxima = faults.stream()
                .map(fault -> Figures.text("%,d %s", fault.most(result), fault.words))
                .collect(Collectors.joining(", "));
        if (repeats.size() == 1) {
            return "In this repeat: " + maxima;
        }
        boolean together = repeats.stream().anyMatch(draws -> faults.stream()
                .allMatch(fault -> fault.count.applyAsLong(draws) == fault.most(result)));
        String where = together ? "all in the same repeat" : "not all in the same repeat";
        return "The most in one repeat: " + maxima + (faults.size() == 1 ? "" : "; " + where);
    }

    private static String download(RecordedDownload download) {
        String pastEnd = download.pastEnd().isEmpty()
                ? ""
                : Figures.text("; past the end: %d", download.pastEnd().size());
        return Figures.text(
                "A draw of %d ids by %d workers from an unsafe counter, recorded with pauses between the accesses to it: a"
                        + " download would fetch %d times and leave %d of %d files (ids never drawn: %d; drawn more than"
                        + " once: %d%s). Draws recorded until one had both kinds of ids: %d.",
                download.last(),
                download.draws().size(),
                download.fetches(),
                download.files(),
                download.last(),
                download.missing().size(),
                download.twice().size(),
                pastEnd,
                download.attempts());
    }

    /** Adds warnings about doubtful numbers. To add a warning, add it here. */
    static Warnings warn(
            Warnings warnings,
            List<RaceResult> results,
            Optional<LostUpdate> lostUpdate,
            Optional<RecordedDownload> download) {
        results.stream()
                .filter(result -> !result.strategy().isSafe()
                        && result.wrong() < result.repeats().size())
                .forEach(result -> warnings.add(true, sometimesRight(result)));
        return warnings.add(lostUpdate.isEmpty(), "No lost update was recorded step by step.")
                .add(download.isEmpty(), "No small download with a missing image was recorded.");
    }

    private static String sometimesRight(RaceResult result) {
        List<Draws> right = result.repeats().stream().filter(Draws::isExact).toList();
        List<Draws> wrong =
                result.repeats().stream().filter(draws -> !draws.isExact()).toList();
        return Figures.text(
                "The unsafe counter was right in %d of %d repeats, which does not make it safe. There, two or more"
                        + " workers were between their first and last draw for %s of the time%s.",
                right.size(),
                result.repeats().size(),
                overlap(right),
                wrong.isEmpty() ? "" : "; in the others, for " + overlap(wrong));
    }

    private static String overlap(List<Draws> repeats) {
        Summary share = Summary.of(repeats, draws -> 100 * draws.overlap());
        String least = Figures.text("%.0f", share.min());
        String most = Figures.text("%.0f", share.max());
        return least.equals(most) ? most + " %" : least + " to " + most + " %";
    }
}
