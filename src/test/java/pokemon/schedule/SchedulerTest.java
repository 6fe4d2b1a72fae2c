package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.schedule.TestRuns.SAVED;
import static pokemon.schedule.TestRuns.failed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.download.Downloader;
import pokemon.download.WorkerStartException;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdResult.Status;
import pokemon.schedule.run.RetryPolicy;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.StartMode;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerKind;
import pokemon.schedule.run.WorkerResult;
import pokemon.schedule.run.WorkerSettings;

@Timeout(30)
final class SchedulerTest {
    private static final RetryPolicy FAST =
            new RetryPolicy(4, Duration.ofNanos(1), Duration.ofNanos(1), Duration.ofMillis(1), Duration.ofMinutes(1));

    @TempDir
    private Path directory;

    /** A worker that starts as a test says, and is asked for no image. */
    @FunctionalInterface
    private interface Starting extends Downloader {
        @Override
        void awaitReady() throws WorkerStartException, InterruptedException;

        @Override
        default Outcome download(int id, AttemptTrace trace) {
            throw new AssertionError("was not ready");
        }
    }

    private RunSettings settings(int last, int workers) {
        return TestRuns.settings(last, workers, directory).withRetry(FAST);
    }

    private static Scheduler scheduler(RunSettings settings, Downloader downloader, RunListener... listeners) {
        return TestRuns.scheduler(settings, worker -> downloader, Ticker.SYSTEM, listeners);
    }

    private static RunReport runWith(RunSettings settings, IntFunction<Downloader> workers) throws Exception {
        return TestRuns.scheduler(settings, workers, Ticker.SYSTEM).run();
    }

    private RunReport run(int last, int workers, Downloader downloader) throws Exception {
        return scheduler(settings(last, workers), downloader).run();
    }

    @Test
    void stopsWhenNoneOfTheFirstImagesIsThereUnlessToldOtherwise() throws Exception {
        RunSettings settings = settings(100, 2);
        Downloader nothing = (id, trace) -> failed(FailureKind.NOT_FOUND);
        RunReport stopped = scheduler(settings, nothing).run();
        StopReason stop = stopped.stop().orElseThrow();
        assertEquals(Optional.of(FailureKind.NOT_FOUND), stop.failure());
        assertTrue(stop.reason().startsWith("none of the first 5 images is there: reason for http://127.0.0.1:9/0"));
        assertTrue(stopped.count(IdResult.Status.NOT_ATTEMPTED) > 90);
        RunReport whole = scheduler(settings.withLimits(0, 0, Optional.empty(), true), nothing)
                .run();
        assertEquals(100, whole.count(IdResult.Status.FAILED));
    }

    @Test
    void goesOnWhenOneImageIsThere() throws Exception {
        RunReport report = run(100, 1, (id, trace) -> id == 3 ? SAVED : failed(FailureKind.NOT_FOUND));
        assertEquals(Optional.empty(), report.stop());
        assertEquals(99, report.count(IdResult.Status.FAILED));
    }

    @Test
    void accountsForEveryIdExactlyOnce() throws Exception {
        RunReport report = run(300, 7, (id, trace) -> switch (id % 4) {
            case 0 -> failed(FailureKind.PERMANENT);
            case 1 -> new Outcome.Skipped("there");
            default -> SAVED;
        });
        assertEquals(
                IntStream.rangeClosed(1, 300).boxed().toList(),
                report.ids().stream().map(IdResult::id).toList());
        assertEquals(150, report.count(Status.SAVED));
        assertEquals(75, report.count(Status.SKIPPED));
        assertEquals(75, report.count(Status.FAILED));
        assertEquals(1_500, report.bytes());
        assertEquals(7, report.workers().size());
        assertEquals(List.of(), report.path(), "a fixed number has none");
        assertEquals(
                150, report.workers().stream().mapToInt(WorkerResult::images).sum());
        assertFalse(report.isComplete());
    }

    @Test
    void usesNoMoreWorkersThanThereAreIds() throws Exception {
        List<Integer> made = Collections.synchronizedList(new ArrayList<>());
        Downloader fake = (id, trace) -> SAVED;
        RunReport report = runWith(settings(4, 8), worker -> {
            made.add(worker);
            return fake;
        });
        assertEquals(Set.of(0, 1, 2, 3), Set.copyOf(made));
        assertEquals(4, report.workers().size());
    }

    @Test
    void givesEachWorkerItsOwnShareWhenStatic() throws Exception {
        WorkerSettings shares = new WorkerSettings(
                WorkerKind.THREADS, new Concurrency.Fixed(3), ScheduleKind.STATIC, StartMode.WAVES, List.of());
        RunReport report = scheduler(TestRuns.settings(10, shares, directory), (id, trace) -> SAVED)
                .run();
        for (IdResult id : report.ids()) {
            assertEquals((id.id() - 1) % 3, id.worker(), "worker of " + id.id());
        }
        assertEquals(
                List.of(4, 3, 3),
                report.workers().stream().map(WorkerResult::images).toList());
    }

    @Test
    void triesAgainAfterAPassingFailure() throws Exception {
        ConcurrentHashMap<Integer, AtomicInteger> attempts = new ConcurrentHashMap<>();
        RunReport report = run(20, 4, (id, trace) -> {
            int attempt =
                    attempts.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
            return attempt < 3 ? failed(FailureKind.THROTTLED) : SAVED;
        });
        assertEquals(20, report.count(Status.SAVED));
        assertTrue(report.ids().stream().allMatch(id -> id.attempts() == 3));
        assertEquals(60, report.attempts());
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED, 4", "PERMANENT, 1"})
    void givesUpAfterTheLastAttempt(FailureKind kind, int attempts) throws Exception {
        IdResult result = run(1, 1, (id, trace) -> failed(kind)).ids().get(0);
        assertEquals(attempts, result.attempts());
        assertEquals(Status.FAILED, result.status());
        assertEquals(Optional.of("reason"), result.detail());
    }

    @Test
    void failsAnIdThatKillsTwoWorkersAndCompletesTheRest() throws Exception {
        RunReport report = run(9, 3, (id, trace) -> id == 5 ? failed(FailureKind.WORKER_DIED) : SAVED);
        assertEquals(8, report.count(Status.SAVED));
        assertEquals(2, report.ids().get(4).attempts());
        assertEquals(Status.FAILED, report.ids().get(4).status());
    }

    @Test
    void turnsADefectIntoAFailureOfItsId() throws Exception {
        RunReport report = run(3, 2, (id, trace) -> {
            if (id == 2) {
                throw new IllegalStateException("boom");
            }
            return SAVED;
        });
        assertEquals(2, report.count(Status.SAVED));
        assertTrue(report.ids().get(1).detail().orElseThrow().contains("boom"));
    }

    @Test
    void stopsSoonWhenEveryIdFailsAlike() throws Exception {
        RunReport report = run(500, 1, (id, trace) -> failed(FailureKind.REFUSED));
        assertEquals(
                StopReason.Cause.ALL_FAIL_ALIKE, report.stop().orElseThrow().cause());
        assertEquals("reason", report.stop().orElseThrow().reason());
        assertEquals(3, report.count(Status.FAILED));
        assertEquals(497, report.count(Status.NOT_ATTEMPTED));
    }

    @Test
    void goesOnWhenAnswersComeBetweenFailures() throws Exception {
        RunReport report = run(30, 1, (id, trace) -> id % 3 == 0 ? SAVED : failed(FailureKind.UNWRITABLE));
        assertEquals(Optional.empty(), report.stop());
        assertEquals(20, report.count(Status.FAILED));
    }

    @Test
    void dropsWhatIsInFlightWhenItIsStopped() throws Exception {
        CountDownLatch inFlight = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        Scheduler scheduler = scheduler(settings(10, 2), (id, trace) -> {
            if (id > 3) {
                inFlight.countDown();
                never.await();
            }
            return SAVED;
        });
        Thread stopper = stopAfter(inFlight, scheduler);
        RunReport report = scheduler.run();
        stopper.join();
        assertEquals(3, report.count(Status.SAVED));
        assertEquals(7, report.count(Status.NOT_ATTEMPTED));
        assertEquals("test", report.stop().orElseThrow().reason());
    }

    @Test
    void countsAnIdThatWaitsForItsNextAttemptAsFailedWhenItIsStopped() throws Exception {
        RunSettings patient = settings(10, 1)
                .withRetry(new RetryPolicy(
                        4, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofMinutes(1)))
                .withLimits(0, 0, Optional.of(Duration.ofMillis(50)), false);
        RunReport report = scheduler(
                        patient,
                        (id, trace) ->
                                new Outcome.Failed(FailureKind.THROTTLED, "busy", Optional.of(Duration.ofHours(1))))
                .run();
        assertEquals(StopReason.Cause.DEADLINE, report.stop().orElseThrow().cause());
        assertEquals(1, report.count(Status.FAILED));
        assertEquals(1, report.ids().get(0).attempts());
        assertEquals(9, report.count(Status.NOT_ATTEMPTED), "a pause holds for all");
    }

    @Test
    void stopsWhenNoWorkerEverStarts() throws Exception {
        Starting lame = () -> {
            throw new WorkerStartException("no memory", OptionalInt.of(1));
        };
        RunReport report = runWith(settings(10, 4), worker -> lame);
        assertEquals(Optional.of(new StopReason(StopReason.Cause.NO_WORKERS, "no memory")), report.stop());
        assertEquals(10, report.count(Status.NOT_ATTEMPTED));
    }

    @Test
    void keepsTheInterruptOfItsCallerAndStillReports() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        RunReport report = run(4, 1, (id, trace) -> {
            caller.interrupt();
            never.await();
            return SAVED;
        });
        assertTrue(Thread.interrupted());
        assertEquals(4, report.count(Status.NOT_ATTEMPTED));
    }

    @Test
    void splitsTheRunOfAWorkerIntoBusyAndIdleTime() throws Exception {
        RunReport report = run(50, 2, (id, trace) -> SAVED);
        for (WorkerResult worker : report.workers()) {
            assertEquals(report.nanos(), worker.busyNanos() + worker.idleNanos());
        }
        assertEquals(
                report.workers().stream().mapToLong(WorkerResult::busyNanos).sum(),
                report.ids().stream().mapToLong(IdResult::busyNanos).sum());
    }

    private RunSettings adaptive(int last, int first, int max) {
        WorkerSettings workers = WorkerSettings.of(WorkerKind.THREADS, new Concurrency.Adaptive(first, max));
        return TestRuns.settings(last, workers, directory).withRetry(FAST);
    }

    /**
     * Runs two workers that begin together, and others. An image of the first two takes a tenth of a second of the
     * clock that they move, and all but the first wait for a latch.
     */
    private RunReport grow(CountDownLatch others, Downloader further) throws Exception {
        AtomicLong now = new AtomicLong();
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger made = new AtomicInteger();
        Downloader first = (id, trace) -> {
            both.countDown();
            (id <= 2 ? both : others).await();
            now.addAndGet(Duration.ofMillis(100).toNanos());
            return SAVED;
        };
        IntFunction<Downloader> workers = worker -> made.getAndIncrement() < 2 ? first : further;
        return TestRuns.scheduler(adaptive(200, 2, 16), workers, now::get).run();
    }

    @Test
    void startsFurtherWorkersWhenTheyAreWanted() throws Exception {
        // The first two wait until another one works: without it the run would not end.
        CountDownLatch others = new CountDownLatch(1);
        RunReport report = grow(others, (id, trace) -> {
            others.countDown();
            return SAVED;
        });
        assertEquals(200, report.count(Status.SAVED));
        assertEquals(2, report.path().get(0).workers());
        assertEquals(ConcurrencyChange.Cause.GROWING, report.path().get(1).cause());
        assertTrue(report.path().get(1).workers() > 2, report.path()::toString);
        assertEquals(
                200, report.workers().stream().mapToInt(WorkerResult::images).sum());
    }

    /** Returns a downloader for eight workers whose first attempts end alike, when all have begun. */
    private static Downloader eightEndAtFirst(Outcome outcome) {
        CountDownLatch all = new CountDownLatch(8);
        Set<Integer> tried = ConcurrentHashMap.newKeySet();
        return (id, trace) -> {
            if (id > 8 || !tried.add(id)) {
                return SAVED;
            }
            all.countDown();
            all.await();
            return outcome;
        };
    }

    @Test
    void letsWorkersEndAfterTheirIdWhenTheServerThrottles() throws Exception {
        Outcome busy = new Outcome.Failed(FailureKind.THROTTLED, "busy", Optional.of(Duration.ofMillis(1)));
        RunReport report = scheduler(adaptive(60, 8, 8), eightEndAtFirst(busy)).run();
        assertEquals(60, report.count(Status.SAVED), "no claim is lost");
        assertEquals(ConcurrencyChange.Cause.THROTTLED, report.path().get(1).cause());
        assertEquals(4, report.path().get(1).workers());
        assertTrue(report.workers().size() <= 8, report.workers()::toString);
    }

    @Test
    void goesOnWithoutFurtherWorkersThatDoNotStart() throws Exception {
        CountDownLatch others = new CountDownLatch(2);
        RunReport report = grow(others, (Starting) () -> {
            others.countDown();
            throw new WorkerStartException("no memory", OptionalInt.of(1));
        });
        assertEquals(200, report.count(Status.SAVED));
        assertEquals(Optional.empty(), report.stop());
    }

    @Test
    void stopsWhenNoneIsLeftOfANumberThatItChoseItself() throws Exception {
        RunReport report = runWith(adaptive(200, 2, 2), worker -> new Downloader() {
            private boolean started;

            @Override
            public void awaitReady() throws WorkerStartException {
                if (started) {
                    throw new WorkerStartException("no memory", OptionalInt.of(1));
                }
                started = true;
            }

            @Override
            public Outcome download(int id, AttemptTrace trace) {
                return SAVED;
            }
        });
        assertEquals(
                Optional.of(StopReason.Cause.NO_WORKERS),
                report.stop().map(StopReason::cause),
                "each starts once and never again");
        assertTrue(report.count(Status.NOT_ATTEMPTED) >= 198, report.workers()::toString);
    }

    /** Returns a worker that never gets ready, but ends when it is told to. */
    private static Starting late(CountDownLatch starts) {
        return () -> {
            starts.countDown();
            new CountDownLatch(1).await();
        };
    }

    @Test
    void doesNotWaitForWorkersThatComeTooLate() throws Exception {
        CountDownLatch others = new CountDownLatch(1);
        assertEquals(200, grow(others, late(others)).count(Status.SAVED));
    }

    @Test
    void doesNotWaitForOnesOfAFixedNumberEither() throws Exception {
        Starting late = late(new CountDownLatch(1));
        RunReport report = runWith(settings(20, 2), worker -> worker == 0 ? (id, trace) -> SAVED : late);
        assertEquals(20, report.count(Status.SAVED));
        assertEquals(Optional.empty(), report.stop());
        assertEquals(0, report.workers().get(1).images());
    }

    @Test
    void givesAMachineThatRunsShortFewerWorkersAtATime() throws Exception {
        RunReport report = run(40, 8, eightEndAtFirst(failed(FailureKind.EXHAUSTED)));
        assertEquals(40, report.count(Status.SAVED));
        assertEquals(48, report.attempts());
    }

    @Test
    void failsAnIdForWhichTheMachineIsTooSmallEvenWithOneWorker() throws Exception {
        RunReport report = run(9, 4, (id, trace) -> id == 5 ? failed(FailureKind.EXHAUSTED) : SAVED);
        assertEquals(8, report.count(Status.SAVED));
        assertEquals(Status.FAILED, report.ids().get(4).status());
        assertTrue(report.ids().get(4).attempts() >= 4, report.ids().get(4)::toString);
    }

    @Test
    void doesNotWaitForAWorkerThatDoesNotListenToAStop() throws Exception {
        CountDownLatch inFlight = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scheduler scheduler = scheduler(settings(10, 1), (id, trace) -> {
            if (id == 3) {
                inFlight.countDown();
                awaitUninterruptibly(end);
            }
            return SAVED;
        });
        stopAfter(inFlight, scheduler);
        RunReport report = scheduler.run();
        end.countDown();
        assertEquals(2, report.count(Status.SAVED));
        assertEquals(8, report.count(Status.NOT_ATTEMPTED), "what was left behind, too");
    }

    private static Thread stopAfter(CountDownLatch latch, Scheduler scheduler) {
        Thread stopper = new Thread(() -> {
            awaitUninterruptibly(latch);
            scheduler.stop(new StopReason(StopReason.Cause.REQUESTED, "test"));
        });
        stopper.start();
        return stopper;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RunListener onSettled(IntConsumer action) {
        return new RunListener() {
            @Override
            public void settled(IdResult result) {
                action.accept(result.id());
            }
        };
    }

    @Test
    void aListenerThatBlocksHoldsNoLock() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        List<Integer> settled = new ArrayList<>();
        Downloader fake = new Downloader() {
            @Override
            public Outcome download(int id, AttemptTrace trace) {
                return SAVED;
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
        Scheduler scheduler = scheduler(settings(9, 2), fake, onSettled(id -> {
            // The other worker finishes all further ids and ends while this one is in here.
            awaitUninterruptibly(closed);
            settled.add(id);
        }));
        assertEquals(9, scheduler.run().count(Status.SAVED));
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9), Set.copyOf(settled));
        assertEquals(9, settled.size());
    }

    @Test
    void endsAlthoughItsListenerNeverReturns() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        Scheduler scheduler = scheduler(settings(1_000_000, 2), (id, trace) -> SAVED, onSettled(id -> {
            blocked.countDown();
            awaitUninterruptibly(never);
        }));
        stopAfter(blocked, scheduler);
        assertTrue(scheduler.run().count(Status.SAVED) > 0);
        never.countDown();
    }
}
