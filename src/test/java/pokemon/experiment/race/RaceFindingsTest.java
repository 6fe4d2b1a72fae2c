package pokemon.experiment.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pokemon.experiment.measure.ResourceUsage.UNKNOWN;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pokemon.experiment.report.Warnings;

class RaceFindingsTest {
    private static final Optional<LostUpdate> UPDATE = Optional.of(new LostUpdate(List.of()));
    private static final Optional<RecordedDownload> DOWNLOAD =
            Optional.of(new RecordedDownload(4, 1, List.of(List.of(1, 2), List.of(2, 4, 5))));

    /** A repeat of 1000 ids. */
    private static Draws draws(int twice, int skipped, long pastEnd, double nanosPerDraw, double overlap) {
        return new Draws(1000, 1000, twice, twice, skipped, pastEnd, (long) (1000 * nanosPerDraw), overlap, UNKNOWN);
    }

    private static Draws right(double nanosPerDraw, double overlap) {
        return draws(0, 0, 0, nanosPerDraw, overlap);
    }

    private static String finding(DrawStrategy strategy, Draws... repeats) {
        List<String> findings = RaceFindings.of(List.of(new RaceResult(strategy, List.of(repeats))), Optional.empty());
        assertEquals(1, findings.size());
        return findings.get(0);
    }

    private static List<String> warnings(DrawStrategy strategy, Draws... repeats) {
        return RaceFindings.warn(new Warnings(), List.of(new RaceResult(strategy, List.of(repeats))), UPDATE, DOWNLOAD)
                .sentences();
    }

    @Test
    void aPaceHasNoMoreDigitsThanItsSpreadAllows() {
        assertEquals(
                "synchronized: every id was drawn exactly once in all 2 repeats; one draw every 122 ns, all workers"
                        + " together, with a standard deviation of 3.5 ns.",
                finding(DrawStrategy.SYNCHRONIZED, right(119.3, 1), right(124.3, 1)));
    }

    @Test
    void oneRepeatHasNoSpread() {
        assertEquals(
                "atomic: every id was drawn exactly once in the only repeat; one draw every 36 ns, all workers together.",
                finding(DrawStrategy.ATOMIC, right(36.2, 1)));
        assertEquals(
                "unsafe: went wrong in 1 of 1 repeats; one draw every 9.0 ns, all workers together. In this repeat: 20 of"
                        + " 1,000 ids drawn more than once, 3 skipped.",
                finding(DrawStrategy.UNSAFE, draws(20, 3, 0, 9, 1)));
    }

    @Test
    void maximaOfDifferentRepeatsAreNamedAsSuch() {
        assertEquals(
                "unsafe: went wrong in 2 of 2 repeats; one draw every 9.0 ns, all workers together, with a standard"
                        + " deviation of 0.0 ns. The most in one repeat: 900 of 1,000 ids drawn more than once, 7"
                        + " skipped, 1 drawn past the end; not all in the same repeat.",
                finding(DrawStrategy.UNSAFE, draws(900, 2, 1, 9, 1), draws(100, 7, 0, 9, 1)));
    }

    @Test
    void maximaOfOneRepeatAreNamedAsSuchAndWhatDidNotHappenIsNotNamed() {
        assertEquals(
                "unsafe: went wrong in 2 of 3 repeats; one draw every 9.0 ns, all workers together, with a standard"
                        + " deviation of 0.0 ns. The most in one repeat: 900 of 1,000 ids drawn more than once, 7"
                        + " skipped; all in the same repeat.",
                finding(DrawStrategy.UNSAFE, draws(900, 7, 0, 9, 1), draws(100, 7, 0, 9, 1), right(9, 0)));
        assertEquals(
                "unsafe: went wrong in 1 of 2 repeats; one draw every 9.0 ns, all workers together, with a standard"
                        + " deviation of 0.0 ns. The most in one repeat: 900 of 1,000 ids drawn more than once.",
                finding(DrawStrategy.UNSAFE, draws(900, 0, 0, 9, 1), right(9, 0)));
    }

    @Test
    void aRightRepeatOfTheUnsafeCounterIsToldWithTheMeasuredOverlap() {
        assertEquals(
                List.of("The unsafe counter was right in 2 of 3 repeats, which does not make it safe. There, two or"
                        + " more workers were between their first and last draw for 0 to 12 % of the time; in the"
                        + " others, for 97 %."),
                warnings(DrawStrategy.UNSAFE, right(9, 0), draws(5, 0, 0, 9, 0.97), right(9, 0.12)));
        assertEquals(
                List.of("The unsafe counter was right in 1 of 1 repeats, which does not make it safe. There, two or"
                        + " more workers were between their first and last draw for 3 % of the time."),
                warnings(DrawStrategy.UNSAFE, right(9, 0.03)));
    }

    @Test
    void neitherAWrongRepeatNorASafeCounterIsAWarning() {
        assertEquals(List.of(), warnings(DrawStrategy.UNSAFE, draws(5, 0, 0, 9, 0)));
        assertEquals(List.of(), warnings(DrawStrategy.ATOMIC, right(9, 0)));
    }

    @Test
    void aDownloadIsCountedInFiles() {
        assertEquals(
                List.of(
                        "A draw of 4 ids by 2 workers from an unsafe counter, recorded with pauses between the accesses to"
                                + " it: a download would fetch 5 times and leave 3 of 4 files (ids never drawn: 1; drawn more"
                                + " than once: 1; past the end: 1). Draws recorded until one had both kinds of ids: 1."),
                RaceFindings.of(List.of(), DOWNLOAD));
        assertEquals(
                List.of(
                        "A draw of 3 ids by 2 workers from an unsafe counter, recorded with pauses between the accesses to"
                                + " it: a download would fetch 3 times and leave 2 of 3 files (ids never drawn: 1; drawn more"
                                + " than once: 1). Draws recorded until one had both kinds of ids: 7."),
                RaceFindings.of(
                        List.of(), Optional.of(new RecordedDownload(3, 7, List.of(List.of(1), List.of(1, 3))))));
    }

    @Test
    void whatWasNotRecordedIsAWarning() {
        assertEquals(
                List.of(
                        "No lost update was recorded step by step.",
                        "No small download with a missing image was recorded."),
                RaceFindings.warn(new Warnings(), List.of(), Optional.empty(), Optional.empty())
                        .sentences());
    }
}
