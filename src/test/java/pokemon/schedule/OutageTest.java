package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.schedule.TestRuns.SAVED;
import static pokemon.schedule.TestRuns.failed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.download.Downloader;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.run.IdResult.Status;
import pokemon.schedule.run.RetryPolicy;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.StopReason;

/** One worker and a server that is away at times, on a clock that passes as the worker waits and works. */
@Timeout(30)
final class OutageTest {
    private static final long FOR_EVER = Duration.ofDays(1).toMillis();

    @TempDir
    private Path directory;

    private final ManualTicker ticker = new ManualTicker();
    private IntPredicate bad = id -> false;

    /** A time in which the server is in trouble, in milliseconds. */
    private record Away(long from, long until, Outcome.Failed failure) {
        boolean covers(long now) {
            return now >= from && now < until;
        }
    }

    private static Away away(long fromMillis, long untilMillis) {
        return new Away(fromMillis, untilMillis, failed(FailureKind.UNREACHABLE));
    }

    private RunReport run(int ids, int attempts, Away... aways) throws Exception {
        RunSettings settings = TestRuns.settings(ids, 1, directory)
                .withRetry(RetryPolicy.DEFAULT.withLimits(attempts, Duration.ofMinutes(1)));
        Downloader server = (id, trace) -> {
            ticker.pass(Duration.ofMillis(2));
            Optional<Outcome> trouble = Stream.of(aways)
                    .filter(away -> away.covers(ticker.nanoTime() / 1_000_000))
                    .findFirst()
                    .map(Away::failure);
            return trouble.orElseGet(() -> bad.test(id) ? failed(FailureKind.TRANSIENT) : SAVED);
        };
        return TestRuns.scheduler(settings, worker -> server, ticker).run();
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 300, 700, 1_000, 3_000, 5_000, 20_000, 45_000})
    void anOutageInTheMiddleCostsTimeOnly(long millis) throws Exception {
        RunReport report = run(400, 4, away(200, 200 + millis));
        assertEquals(400, report.count(Status.SAVED));
        assertTrue(report.nanos() < Duration.ofMillis(2 * millis + 20_000).toNanos());
    }

    @ParameterizedTest
    @ValueSource(longs = {300, 700, 1_000, 3_000, 4_500})
    void anOutageFromTheBeginningCostsTimeOnly(long millis) throws Exception {
        assertEquals(60, run(60, 4, away(0, millis)).count(Status.SAVED));
        assertEquals(1, run(1, 4).count(Status.SAVED));
    }

    @ParameterizedTest
    @ValueSource(longs = {300, 700, 1_000, 3_000, 10_000})
    void anOutageWithFewIdsLeftCostsTimeOnly(long millis) throws Exception {
        // The last two of 100 ids are asked for 198 ms after the start at the earliest.
        assertEquals(100, run(100, 4, away(196, 196 + millis)).count(Status.SAVED));
        assertEquals(100, run(100, 2, away(196, 196 + millis)).count(Status.SAVED));
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 700, 3_000})
    void anOutageCostsNoIdItsOnlyAttempt(long millis) throws Exception {
        assertEquals(100, run(100, 1, away(100, 100 + millis)).count(Status.SAVED));
        assertEquals(100, run(100, 1, away(0, millis)).count(Status.SAVED));
    }

    @Test
    void twoOutagesCostTimeOnly() throws Exception {
        assertEquals(400, run(400, 4, away(100, 5_100), away(5_300, 10_300)).count(Status.SAVED));
    }

    @Test
    void errorsOfTheServerAndPausesThatItAsksForAreAnOutageToo() throws Exception {
        Outcome.Failed busy = new Outcome.Failed(FailureKind.TRANSIENT, "503", Optional.of(Duration.ofSeconds(1)));
        Away away = new Away(100, 8_100, busy);
        assertEquals(400, run(400, 4, away).count(Status.SAVED));
    }

    @Test
    void aServerThatNeverAnswersStopsTheRunAfterAboutFiveSeconds() throws Exception {
        RunReport report = run(898, 4, away(0, FOR_EVER));
        assertEquals(
                StopReason.Cause.ALL_FAIL_ALIKE, report.stop().orElseThrow().cause());
        assertEquals(5, Duration.ofNanos(report.nanos()).toSeconds());
        assertTrue(report.count(Status.FAILED) <= 16, report.ids()::toString);
    }

    @Test
    void aServerThatStaysAwayStopsTheRunAfterAboutAMinute() throws Exception {
        RunReport report = run(898, 4, away(500, FOR_EVER));
        assertEquals(StopReason.Cause.OUTAGE, report.stop().orElseThrow().cause());
        assertEquals(60, Duration.ofNanos(report.nanos()).toSeconds());
        assertTrue(report.count(Status.SAVED) > 200);
        assertEquals(
                898, report.count(Status.SAVED) + report.count(Status.FAILED) + report.count(Status.NOT_ATTEMPTED));
    }

    @Test
    void idsThatFailByThemselvesAreFailedAfterTheirAttempts() throws Exception {
        bad = id -> id % 10 == 5;
        RunReport report = run(300, 4);
        assertEquals(30, report.count(Status.FAILED));
        assertEquals(Optional.empty(), report.stop());
        // A last failure right after the first failure of another id does not count, since an outage may begin there.
        assertTrue(report.ids().stream()
                .allMatch(id -> bad.test(id.id()) ? Set.of(4, 5).contains(id.attempts()) : id.attempts() == 1));
    }

    @Test
    void aServerThatNeverAnsweredIsProbedWithIdsThatWereNotTried() throws Exception {
        bad = id -> id <= 10;
        RunReport report = run(300, 1);
        assertEquals(Optional.empty(), report.stop());
        assertEquals(290, report.count(Status.SAVED));
    }

    @Test
    void idsAtTheBeginningThatFailByThemselvesDoNotStopTheRun() throws Exception {
        // The breaker opens after 12 failures, so of 3 ids at least, and then probes with 4 further ones within 5 s.
        bad = id -> id <= 6;
        RunReport report = run(300, 4);
        assertEquals(6, report.count(Status.FAILED));
        assertEquals(294, report.count(Status.SAVED));
        assertEquals(Optional.empty(), report.stop());
    }

    @Test
    void anIdThatFailsByItselfAndComesLastIsGivenUpAfterAWhile() throws Exception {
        bad = id -> id == 100;
        RunReport report = run(100, 4);
        assertEquals(99, report.count(Status.SAVED));
        assertEquals(1, report.count(Status.FAILED));
        assertTrue(report.nanos() < Duration.ofSeconds(17).toNanos());
    }

    @Test
    void aServerThatRefusesEveryIdTheFirstTimeGetsAllOfThemAskedAgain() throws Exception {
        Set<Integer> asked = new TreeSet<>();
        bad = asked::add;
        RunReport report = run(300, 4);
        assertEquals(300, report.count(Status.SAVED));
        assertTrue(report.ids().stream().allMatch(id -> id.attempts() == 2));
    }

    @Test
    void oneAttemptStaysOneAttempt() throws Exception {
        bad = id -> id == 50;
        RunReport report = run(100, 1);
        assertEquals(99, report.count(Status.SAVED));
        assertEquals(1, report.ids().get(49).attempts());
    }
}
