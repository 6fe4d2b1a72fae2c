package pokemon.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pokemon.cli.progress.ConsoleReporter.Verbosity;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.StopReason;

final class ConsoleReporterTest {
    private final StringWriter err = new StringWriter();
    private final ConsoleReporter reporter = reporter(Verbosity.NORMAL);

    private ConsoleReporter reporter(Verbosity verbosity) {
        return new ConsoleReporter(Progress.silent(new PrintWriter(err)), verbosity, id -> "http://h/" + id);
    }

    private List<String> lines() {
        return err.toString().lines().toList();
    }

    private static IdResult result(int id, int attempts, Outcome outcome) {
        return new IdResult(id, Optional.of(outcome), attempts, 0, 0, 0);
    }

    private static IdResult saved(int id) {
        return result(id, 1, new Outcome.Saved(1, Optional.empty()));
    }

    private static IdResult failed(int id, FailureKind kind) {
        return result(id, 4, new Outcome.Failed(kind, "test"));
    }

    private static IdResult failed(int id, String reason, FailureKind kind) {
        return result(id, 1, new Outcome.Failed(kind, reason));
    }

    private static void failAlike(ConsoleReporter reporter, int count, FailureKind kind) {
        IntStream.rangeClosed(1, count).forEach(id -> reporter.settled(failed(id, kind)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUIET   | FAILED
            NORMAL  | FAILED, pokemon: pausing for 1.5 s: HTTP status 429
            VERBOSE | Saved 001.png, Skipped 002.png: it is there already, FAILED
            """)
    void tellsOfImagesWhenVerboseAndLeavesTheRestToTheLog(Verbosity verbosity, String expected) {
        ConsoleReporter reporter = reporter(verbosity);
        reporter.settled(saved(1));
        reporter.settled(result(2, 1, new Outcome.Skipped("it is there already")));
        reporter.settled(failed(3, "HTTP status 404", FailureKind.PERMANENT));
        reporter.settled(IdResult.notAttempted(4));
        reporter.retrying(5, 2, "HTTP status 503", Duration.ofMillis(10));
        reporter.pausing("HTTP status 429", Duration.ofMillis(1_500));
        reporter.pausing("HTTP status 429", Duration.ofMillis(999));
        String failed = "003 failed: HTTP status 404: http://h/3 (1 attempt)";
        assertEquals(expected.replace("FAILED", failed), String.join(", ", lines()));
    }

    @Test
    void doesNotRepeatTheReasonOfAPause() {
        reporter.pausing("HTTP status 429", Duration.ofSeconds(1));
        reporter.pausing("HTTP status 429", Duration.ofSeconds(2));
        reporter.pausing("HTTP status 503", Duration.ofSeconds(3));
        assertEquals(2, lines().size(), err.toString());
    }

    @ParameterizedTest
    @EnumSource(Verbosity.class)
    void namesThreeIdsThatFailAlikeForACauseOutsideThem(Verbosity verbosity) {
        ConsoleReporter reporter = reporter(verbosity);
        failAlike(reporter, 5, FailureKind.REFUSED);
        assertEquals(
                List.of(
                        "001 failed: test: http://h/1 (4 attempts)",
                        "002 failed: test (4 attempts)",
                        "003 failed: test (4 attempts)"),
                lines());
    }

    @Test
    void namesEveryIdThatFailsForACauseOfItsOwn() {
        failAlike(reporter, 5, FailureKind.PERMANENT);
        assertEquals(5, lines().size());
    }

    @Test
    void namesEveryIdAsLongAsOthersAreSavedInBetween() {
        for (int id = 1; id <= 10; id += 2) {
            reporter.settled(failed(id, FailureKind.REFUSED));
            reporter.settled(saved(id + 1));
        }
        assertEquals(5, lines().size(), err.toString());
    }

    @Test
    void staysSilentAboutIdsThatAStopDropsAmongThoseThatFailAlike() {
        for (int id = 1; id <= 10; id += 2) {
            reporter.settled(failed(id, FailureKind.REFUSED));
            reporter.settled(IdResult.notAttempted(id + 1));
        }
        assertEquals(3, lines().size(), err.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, try --source embedded.",
        "REFUSED, Trust its issuer with --ca-certificate FILE",
        "PROXY_LOGIN, Put it into the proxy variable",
        "UNWRITABLE, choose another out_dir."
    })
    void advisesWhatToDoAboutACommonCause(FailureKind kind, String advice) {
        ConsoleReporter reporter = reporter(Verbosity.QUIET);
        reporter.stopping(new StopReason(StopReason.Cause.ALL_FAIL_ALIKE, "test", Optional.of(kind)));
        String last = lines().get(0);
        assertTrue(last.startsWith("pokemon: stopped early, since every id would fail alike: test. "), last);
        assertTrue(last.contains(advice), last);
    }

    @ParameterizedTest
    @CsvSource({"ALL_FAIL_ALIKE, 3, --source embedded", "OUTAGE, 9, --resume"})
    void namesEveryIdThatAnOutageLeftUnlessTheServerNeverAnswered(StopReason.Cause cause, int named, String advice) {
        reporter.stopping(new StopReason(cause, "test", Optional.of(FailureKind.UNREACHABLE)));
        failAlike(reporter, 9, FailureKind.UNREACHABLE);
        assertEquals(1 + named, lines().size(), err.toString());
        assertTrue(lines().get(0).contains(advice), err.toString());
    }

    @Test
    void tellsOfAnOutageAndItsEnd() {
        reporter.outage("connection refused", Duration.ofSeconds(60));
        reporter.recovered(Duration.ofMillis(5_210));
        assertEquals(
                List.of(
                        "pokemon: nothing succeeds: connection refused. Trying again for up to 60 s.",
                        "pokemon: the source answers again after 5.2 s"),
                lines());
    }

    @Test
    void warnsOfTheSameOnce() {
        reporter.warning("one");
        reporter.warning("one");
        reporter.warning("two");
        assertEquals(List.of("pokemon: one", "pokemon: two"), lines());
    }

    @Test
    void advisesWhatToDoAboutChildrenThatDoNotStart() {
        reporter.stopping(new StopReason(StopReason.Cause.NO_WORKERS, "test"));
        assertEquals(
                List.of("pokemon: stopped, since child JVMs do not start: test."
                        + " Check --jvm-arg and the free memory, or use threads (T)."),
                lines());
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "DEADLINE"})
    void tellsWhyARunWasStopped(StopReason.Cause cause) {
        reporter.stopping(new StopReason(cause, "test"));
        assertEquals(List.of("pokemon: stopped: test"), lines());
    }

    @Test
    void namesOneAddressForEachKindOfFailureThatDependsOnIt() {
        reporter.settled(failed(1, "gone", FailureKind.NOT_FOUND));
        reporter.settled(failed(2, "gone", FailureKind.NOT_FOUND));
        reporter.settled(failed(3, "damaged", FailureKind.DAMAGED));
        reporter.settled(failed(4, "died", FailureKind.WORKER_DIED));
        assertEquals(
                List.of(
                        "001 failed: gone: http://h/1 (1 attempt)",
                        "002 failed: gone (1 attempt)",
                        "003 failed: damaged: http://h/3 (1 attempt)",
                        "004 failed: died (1 attempt)"),
                lines());
    }

    @Test
    void sumsUpManyImagesThatAreNotThere() {
        ConsoleReporter reporter = reporter(Verbosity.QUIET);
        IntStream.concat(IntStream.rangeClosed(5, 30), IntStream.of(40))
                .forEach(id -> reporter.settled(failed(id, "gone", FailureKind.NOT_FOUND)));
        reporter.finished(0);
        assertEquals(11, lines().size(), err.toString());
        assertEquals("pokemon: 27 images are not there: 5-30,40", lines().get(10));
    }
}
