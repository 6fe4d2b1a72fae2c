package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pokemon.download.DownloadSettings;
import pokemon.download.Downloader;
import pokemon.download.ImageSource;
import pokemon.download.WorkerStartException;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdResult.Status;
import pokemon.schedule.run.IdSet;
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
    private static final Outcome SAVED = new Outcome.Saved(10, Optional.empty());
    private static final RetryPolicy FAST =
            new RetryPolicy(4, Duration.ofNanos(1), Duration.ofNanos(1), Duration.ofMillis(1), Duration.ofMinutes(1));

    @TempDir
    private Path directory;

    /** A downloader that does what a test says. */
    @FunctionalInterface
    private interface Fake extends Downloader {
        Outcome attempt(int id) throws InterruptedException;

        @Override
        default Outcome download(int id, AttemptTrace trace) throws InterruptedException {
            return attempt(id);
        }

        @Override
        default void close() {}
    }

    /** A worker that starts as a test says, and is asked for no image. */
    @FunctionalInterface
    private interface Starting extends Downloader {
        @Override
        void awaitReady() throws WorkerStartException, InterruptedException;

        @Override
        default Outcome download(int id, AttemptTrace trace) {
            throw new AssertionError("was not ready");
        }

        @Override
        default void close() {}
    }

    private RunSettings settings(int start, int stop, int workers, ScheduleKind schedule) {
        DownloadSettings download = DownloadSettings.of(
                new ImageSource("http://127.0.0.1:9/{id}.png"), directory, RequestSettings.of("test"));
        Concurrency fixed = new Concurrency.Fixed(workers);
        return RunSettings.of(
                        IdSet.of(new IdRange(start, stop)),
                        new WorkerSettings(WorkerKind.THREADS, fixed, schedule, StartMode.WAVES, List.of()),
                        download)
                .withRetry(FAST);
    }

    private static Scheduler scheduler(RunSettings settings, Fake fake) {
        return new Scheduler(settings, new EventQueue(List.of()), worker -> fake, Ticker.SYSTEM);
    }

    private static RunReport runWith(RunSettings settings, IntFunction<Downloader> workers) throws Exception {
        return new Scheduler(settings, new EventQueue(List.of()), workers, Ticker.SYSTEM).run();
    }

    private RunReport run(int start, int stop, int workers, Fake fake) throws Exception {
        return scheduler(settings(start, stop, workers, ScheduleKind.DYNAMIC), fake)
                .run();
    }

    private static Outcome failed(FailureKind kind) {
        return new Outcome.Failed(kind, "reason");
    }

    @Test
    void stopsWhenNoneOfTheFirstImagesIsThereUnlessToldOtherwise() throws Exception {
        RunSettings settings = settings(1, 100, 2, ScheduleKind.DYNAMIC);
        Fake nothing = id -> failed(FailureKind.NOT_FOUND);
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
        RunReport report = run(1, 100, 1, id -> id == 3 ? SAVED : failed(FailureKind.NOT_FOUND));
        assertEquals(Optional.empty(), report.stop());
        assertEquals(99, report.count(IdResult.Status.FAILED));
    }

    @Test
    void accountsForEveryIdExactlyOnce() throws Exception {
        RunReport report = run(1, 300, 7, id -> switch (id % 4) {
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
        assertEquals(
                150, report.workers().stream().mapToInt(WorkerResult::images).sum());
        assertFalse(report.isComplete());
    }

    @Test
    void usesNoMoreWorkersThanThereAreIds() throws Exception {
        List<Integer> made = Collections.synchronizedList(new ArrayList<>());
        Fake fake = id -> SAVED;
        RunReport report = runWith(settings(10, 13, 8, ScheduleKind.DYNAMIC), worker -> {
            made.add(worker);
            return fake;
        });
        assertEquals(Set.of(0, 1, 2, 3), Set.copyOf(made));
        assertEquals(4, report.workers().size());
    }

    @Test
    void givesEachWorkerItsOwnShareWhenStatic() throws Exception {
        RunReport report =
                scheduler(settings(5, 14, 3, ScheduleKind.STATIC), id -> SAVED).run();
        for (IdResult id : report.ids()) {
            assertEquals((id.id() - 5) % 3, id.worker(), "worker of " + id.id());
        }
        assertEquals(
                List.of(4, 3, 3),
                report.workers().stream().map(WorkerResult::images).toList());
    }

    @Test
    void triesAgainAfterAPassingFailure() throws Exception {
        ConcurrentHashMap<Integer, AtomicInteger> attempts = new ConcurrentHashMap<>();
        RunReport report = run(1, 20, 4, id -> {
            int attempt =
                    attempts.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
            return attempt < 3 ? failed(FailureKind.THROTTLED) : SAVED;
        });
        assertEquals(20, report.count(Status.SAVED));
        assertTrue(report.ids().stream().allMatch(id -> id.attempts() == 3));
        assertEquals(60, report.attempts());
    }

    @Test
    void givesUpAfterTheLastAttempt() throws Exception {
        RunReport report = run(1, 1, 1, id -> failed(FailureKind.THROTTLED));
        assertEquals(4, report.ids().get(0).attempts());
        assertEquals(Status.FAILED, report.ids().get(0).status());
        assertEquals(Optional.of("reason"), report.ids().get(0).detail());
    }

    @Test
    void asksOnlyOnceForWhatIsNotThere() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        run(1, 1, 1, id -> {
            attempts.incrementAndGet();
            return failed(FailureKind.PERMANENT);
        });
        assertEquals(1, attempts.get());
    }

    @Test
    void failsAnIdThatKillsTwoWorkersAndCompletesTheRest() throws Exception {
        RunReport report = run(1, 9, 3, id -> id == 5 ? failed(FailureKind.WORKER_DIED) : SAVED);
        assertEquals(8, report.count(Status.SAVED));
        assertEquals(2, report.ids().get(4).attempts());
        assertEquals(Status.FAILED, report.ids().get(4).status());
    }

    @Test
    void turnsADefectIntoAFailureOfItsId() throws Exception {
        RunReport report = run(1, 3, 2, id -> {
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
        RunReport report = run(1, 500, 1, id -> failed(FailureKind.REFUSED));
        assertEquals(
                StopReason.Cause.ALL_FAIL_ALIKE, report.stop().orElseThrow().cause());
        assertEquals("reason", report.stop().orElseThrow().reason());
        assertEquals(3, report.count(Status.FAILED));
        assertEquals(497, report.count(Status.NOT_ATTEMPTED));
    }

    @Test
    void goesOnWhenAnswersComeBetweenFailures() throws Exception {
        RunReport report = run(1, 30, 1, id -> id % 3 == 0 ? SAVED : failed(FailureKind.UNWRITABLE));
        assertEquals(Optional.empty(), report.stop());
        assertEquals(20, report.count(Status.FAILED));
    }

    @Test
    void dropsWhatIsInFlightWhenItIsStopped() throws Exception {
        CountDownLatch inFlight = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        Scheduler scheduler = scheduler(settings(1, 10, 2, ScheduleKind.DYNAMIC), id -> {
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
        RunSettings patient = settings(1, 10, 1, ScheduleKind.DYNAMIC)
                .withRetry(new RetryPolicy(
                        4, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofMinutes(1)))
                .withLimits(0, 0, Optional.of(Duration.ofMillis(50)), false);
        RunReport report = scheduler(
                        patient,
                        id -> new Outcome.Failed(FailureKind.THROTTLED, "busy", Optional.of(Duration.ofHours(1))))
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
        RunReport report = runWith(settings(1, 10, 4, ScheduleKind.DYNAMIC), worker -> lame);
        assertEquals(Optional.of(new StopReason(StopReason.Cause.NO_WORKERS, "no memory")), report.stop());
        assertEquals(10, report.count(Status.NOT_ATTEMPTED));
    }

    @Test
    void keepsTheInterruptOfItsCallerAndStillReports() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        RunReport report = run(1, 4, 1, id -> {
            caller.interrupt();
            never.await();
            return SAVED;
        });
        assertTrue(Thread.interrupted());
        assertEquals(4, report.count(Status.NOT_ATTEMPTED));
    }

    @Test
    void splitsTheRunOfAWorkerIntoBusyAndIdleTime() throws Exception {
        RunReport report = run(1, 50, 2, id -> SAVED);
        for (WorkerResult worker : report.workers()) {
            assertEquals(report.nanos(), worker.busyNanos() + worker.idleNanos());
        }
        assertEquals(
                report.workers().stream().mapToLong(WorkerResult::busyNanos).sum(),
                report.ids().stream().mapToLong(IdResult::busyNanos).sum());
    }

    private RunSettings adaptive(int stop, int first, int max) {
        return settings(1, stop, 1, ScheduleKind.DYNAMIC)
                .withWorkers(WorkerSettings.of(WorkerKind.THREADS, new Concurrency.Adaptive(first, max)));
    }

    /** Two workers that begin together; each image takes a tenth of a second of the clock that they move. */
    private static final class InStep implements Ticker {
        private final AtomicLong now = new AtomicLong();
        private final CyclicBarrier both = new CyclicBarrier(2);

        @Override
        public long nanoTime() {
            return now.get();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // The loop is the caller's.
        public void await(Condition changed, long nanos) throws InterruptedException {
            changed.awaitNanos(nanos);
        }

        Downloader worker(CountDownLatch others) {
            AtomicInteger images = new AtomicInteger();
            return (Fake) id -> {
                if (images.incrementAndGet() == 1) {
                    meet();
                } else {
                    others.await();
                }
                now.addAndGet(Duration.ofMillis(100).toNanos());
                return SAVED;
            };
        }

        private void meet() throws InterruptedException {
            try {
                both.await();
            } catch (BrokenBarrierException e) {
                throw new AssertionError(e);
            }
        }
    }

    private RunReport grow(CountDownLatch others, Downloader further) throws Exception {
        InStep time = new InStep();
        AtomicInteger made = new AtomicInteger();
        return new Scheduler(
                        adaptive(200, 2, 16),
                        new EventQueue(List.of()),
                        worker -> made.getAndIncrement() < 2 ? time.worker(others) : further,
                        time)
                .run();
    }

    @Test
    void startsFurtherWorkersWhenTheyAreWanted() throws Exception {
        // The first two wait until another one works: without it the run would not end.
        CountDownLatch others = new CountDownLatch(1);
        RunReport report = grow(others, (Fake) id -> {
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

    @Test
    void letsWorkersEndAfterTheirIdWhenTheServerThrottles() throws Exception {
        CountDownLatch allThere = new CountDownLatch(8);
        ConcurrentHashMap<Integer, Boolean> refused = new ConcurrentHashMap<>();
        RunReport report = scheduler(adaptive(60, 8, 8), id -> {
                    allThere.countDown();
                    allThere.await();
                    if (id <= 8 && refused.put(id, true) == null) {
                        return new Outcome.Failed(FailureKind.THROTTLED, "busy", Optional.of(Duration.ofMillis(1)));
                    }
                    return SAVED;
                })
                .run();
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
        RunReport report = runWith(adaptive(200, 2, 2), worker -> new Fake() {
            private boolean started;

            @Override
            public void awaitReady() throws WorkerStartException {
                if (started) {
                    throw new WorkerStartException("no memory", OptionalInt.of(1));
                }
                started = true;
            }

            @Override
            public Outcome attempt(int id) {
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
        RunReport report =
                runWith(settings(1, 20, 2, ScheduleKind.DYNAMIC), worker -> worker == 0 ? (Fake) id -> SAVED : late);
        assertEquals(20, report.count(Status.SAVED));
        assertEquals(Optional.empty(), report.stop());
        assertEquals(0, report.workers().get(1).images());
    }

    @Test
    void givesAMachineThatRunsShortFewerWorkersAtATime() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        CyclicBarrier all = new CyclicBarrier(8);
        RunReport report = run(1, 40, 8, id -> {
            boolean first = id <= 8 && atWork.get() < 8;
            try {
                if (first) {
                    atWork.incrementAndGet();
                    all.await();
                    return failed(FailureKind.EXHAUSTED);
                }
                return SAVED;
            } catch (BrokenBarrierException e) {
                throw new AssertionError(e);
            }
        });
        assertEquals(40, report.count(Status.SAVED));
        assertEquals(48, report.attempts());
    }

    @Test
    void failsAnIdForWhichTheMachineIsTooSmallEvenWithOneWorker() throws Exception {
        RunReport report = run(1, 9, 4, id -> id == 5 ? failed(FailureKind.EXHAUSTED) : SAVED);
        assertEquals(8, report.count(Status.SAVED));
        assertEquals(Status.FAILED, report.ids().get(4).status());
        assertTrue(report.ids().get(4).attempts() >= 4, report.ids().get(4)::toString);
    }

    @Test
    void doesNotWaitForAWorkerThatDoesNotListenToAStop() throws Exception {
        CountDownLatch inFlight = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scheduler scheduler = scheduler(settings(1, 10, 1, ScheduleKind.DYNAMIC), id -> {
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

    @Test
    void aListenerThatBlocksHoldsNoLock() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        List<Integer> settled = new ArrayList<>();
        Scheduler scheduler = new Scheduler(
                settings(1, 9, 2, ScheduleKind.DYNAMIC),
                new EventQueue(List.of(new RunListener() {
                    @Override
                    public void settled(IdResult result) {
                        // The other worker finishes all further ids and ends while this one is in here.
                        awaitUninterruptibly(closed);
                        settled.add(result.id());
                    }
                })),
                worker -> new Downloader() {
                    @Override
                    public Outcome download(int id, AttemptTrace trace) {
                        return SAVED;
                    }

                    @Override
                    public void close() {
                        closed.countDown();
                    }
                },
                Ticker.SYSTEM);
        assertEquals(9, scheduler.run().count(Status.SAVED));
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9), Set.copyOf(settled));
        assertEquals(9, settled.size());
    }

    @Test
    void endsAlthoughItsListenerNeverReturns() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        Scheduler scheduler = new Scheduler(
                settings(1, 1_000_000, 2, ScheduleKind.DYNAMIC),
                new EventQueue(List.of(new RunListener() {
                    @Override
                    public void settled(IdResult result) {
                        blocked.countDown();
                        awaitUninterruptibly(never);
                    }
                })),
                worker -> (Fake) id -> SAVED,
                Ticker.SYSTEM);
        stopAfter(blocked, scheduler);
        assertTrue(scheduler.run().count(Status.SAVED) > 0);
        never.countDown();
    }

    @Test
    void keepsAFixedNumberAndReportsNoPath() throws Exception {
        RunReport report = run(1, 300, 3, id -> SAVED);
        assertEquals(3, report.workers().size());
        assertEquals(List.of(), report.path());
    }
}
