package pokemon.experiment.race;

import java.util.List;
import java.util.Optional;
import pokemon.experiment.report.Figures;
import pokemon.experiment.report.Warnings;

/** What the race shows, in sentences. */
final class RaceFindings {
    private RaceFindings() {}

    /** Returns all findings. To add one, add a method to this list. */
    static List<String> of(List<RaceResult> results) {
        return results.stream().map(RaceFindings::correctness).toList();
    }

    private static String correctness(RaceResult result) {
        return result.wrong() == 0
                ? Figures.text(
                        "%s: every id was drawn exactly once in all %d repeats, in %.1f ns per draw.",
                        result.label(),
                        result.repeats().size(),
                        result.nanosPerDraw().mean())
                : Figures.text(
                        "%s: went wrong in %d of %d repeats; at most %,.0f of %,d ids were drawn more than once,"
                                + " %.0f skipped, %.0f drawn past the end.",
                        result.label(),
                        result.wrong(),
                        result.repeats().size(),
                        result.twice().max(),
                        result.repeats().get(0).last(),
                        result.skipped().max(),
                        result.pastEnd().max());
    }

    /** Adds what makes the numbers doubtful. To add a warning, add it here. */
    static Warnings warn(Warnings warnings, List<RaceResult> results, Optional<LostUpdate> lostUpdate) {
        boolean lucky = results.stream()
                .anyMatch(result -> !result.strategy().isSafe()
                        && result.wrong() < result.repeats().size());
        return warnings.add(
                        lucky,
                        "The unsafe counter was right in some repeats: by luck, as its workers hardly ran at the same"
                                + " time. More --ids, or a machine with nothing else to do, leave less to luck.")
                .add(lostUpdate.isEmpty(), "No lost update was recorded step by step.");
    }
}
