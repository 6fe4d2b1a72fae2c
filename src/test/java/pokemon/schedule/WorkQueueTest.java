package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.Phases;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult.FailedAttempt;
import pokemon.schedule.run.IdSet;

@Timeout(30)
final class WorkQueueTest {
    private static final FailedAttempt FAILURE =
            new FailedAttempt(0, 0, 7, new Outcome.Failed(FailureKind.TRANSIENT, "test"), new Phases(0, Map.of()));

    private final ManualTicker ticker = new ManualTicker();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final WorkQueue single = new WorkQueue(IdSet.of(new IdRange(1, 1)), 1, 0, new Announcing(waiting));

    private WorkQueue queue(int start, int stop, int partitions) {
        return new WorkQueue(IdSet.of(new IdRange(start, stop)), partitions, 0, ticker);
    }

    /** Claims and settles until there is nothing more. */
    private static List<Integer> drain(WorkQueue queue, int worker) throws InterruptedException {
        List<Integer> ids = new ArrayList<>();
        for (Optional<Claim> claim = queue.claim(worker); claim.isPresent(); claim = queue.claim(worker)) {
            ids.add(claim.get().id());
            queue.settle(worker);
        }
        return ids;
    }

    @Test
    void handsOutEveryIdOnceAndInOrder() throws InterruptedException {
        assertEquals(List.of(30, 31, 32, 33), drain(queue(30, 33, 1), 0));
    }

    @Test
    void handsOutEachIdToExactlyOneOfManyThreads() throws Exception {
        WorkQueue queue = new WorkQueue(IdSet.of(new IdRange(1, 20_000)), 1, 0, Ticker.SYSTEM);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<List<Integer>> work = () -> drain(queue, 0);
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> ids : pool.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
                all.addAll(ids.get());
            }
            all.sort(null);
            assertEquals(IntStream.rangeClosed(1, 20_000).boxed().toList(), all);
        } finally {
            pool.shutdownNow();
        }
    }

    private Claim claim(WorkQueue queue) throws InterruptedException {
        return queue.claim(0).orElseThrow();
    }

    @Test
    void handsOutOneProbeAtATimeAfterAHold() throws InterruptedException {
        WorkQueue queue = queue(1, 9, 1);
        queue.requeue(0, claim(queue).after(FAILURE), Duration.ZERO);
        queue.hold(Duration.ofSeconds(2), false);
        assertEquals(1, claim(queue).id(), "one that failed before");
        assertEquals(Duration.ofSeconds(2).toNanos(), ticker.nanoTime());
        // Nothing else is handed out while the probe is under way: a wait without an end.
        assertThrows(AssertionError.class, () -> queue.claim(0));
        queue.hold(Duration.ofSeconds(4), false);
        assertEquals(2, claim(queue).id(), "then a fresh one");
        queue.probeAgain();
        assertEquals(3, claim(queue).id());
        queue.resume();
        assertEquals(4, claim(queue).id());
        assertEquals(5, claim(queue).id());
    }

    @Test
    void probesWithFreshIdsOnlyWhenToldTo() throws InterruptedException {
        WorkQueue queue = queue(1, 3, 1);
        queue.requeue(0, claim(queue).after(FAILURE), Duration.ZERO);
        queue.hold(Duration.ofSeconds(1), true);
        assertEquals(2, claim(queue).id());
        queue.hold(Duration.ofSeconds(2), true);
        assertEquals(3, claim(queue).id());
        queue.hold(Duration.ofSeconds(4), true);
        assertEquals(1, claim(queue).id(), "there is no fresh one left");
    }

    @Test
    void handsOutOnlyIdsThatFailedWhileFreshOnesAreHeldBack() throws InterruptedException {
        WorkQueue queue = queue(1, 3, 1);
        Claim first = claim(queue);
        queue.holdBackFresh(true);
        queue.requeue(0, first.after(FAILURE), Duration.ofMillis(5));
        assertEquals(1, claim(queue).id());
        assertThrows(AssertionError.class, () -> queue.claim(0));
        queue.holdBackFresh(false);
        assertEquals(2, claim(queue).id());
    }

    @Test
    void isStuckWhenNothingButParkedIdsIsLeft() throws InterruptedException {
        WorkQueue queue = queue(1, 2, 1);
        claim(queue);
        claim(queue);
        queue.park(0);
        assertFalse(queue.isStuck(), "the other one may tell more");
        queue.park(0);
        assertTrue(queue.isStuck());
        queue.unpark(0);
        assertFalse(queue.isStuck());
        queue.settle(0);
        queue.unpark(0);
        queue.settle(0);
        assertEquals(Optional.empty(), queue.claim(0));
    }

    @Test
    void sleepsUntilItIsClosed() throws Exception {
        WorkQueue queue = new WorkQueue(IdSet.of(new IdRange(1, 2)), 1, 0, Ticker.SYSTEM);
        Thread sleeper = new Thread(() -> {
            try {
                queue.sleep(Duration.ofHours(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        sleeper.start();
        queue.close();
        sleeper.join();
        assertTrue(queue.isClosed());
    }

    @Test
    void dealsFixedShares() throws InterruptedException {
        WorkQueue queue = queue(10, 16, 3);
        assertEquals(List.of(11, 14), drain(queue, 1));
        assertEquals(List.of(10, 13, 16), drain(queue, 0));
        assertEquals(List.of(12, 15), drain(queue, 2));
    }

    @Test
    void dealsIdsWithGapsLikeARange() throws InterruptedException {
        IdSet ids = IdSet.of(List.of(new IdRange(40, 41), new IdRange(3, 3), new IdRange(7, 9)));
        assertEquals(List.of(3, 7, 8, 9, 40, 41), drain(new WorkQueue(ids, 1, 0, ticker), 0));
        WorkQueue shares = new WorkQueue(ids, 4, 0, ticker);
        assertEquals(List.of(3, 40), drain(shares, 0));
        assertEquals(List.of(7, 41), drain(shares, 1));
        assertEquals(List.of(8), drain(shares, 2));
        assertEquals(List.of(9), drain(shares, 3));
    }

    @Test
    void keepsAFailedIdBackUntilItsTimeWhileOthersGoOn() throws InterruptedException {
        WorkQueue queue = queue(1, 2, 1);
        queue.requeue(0, claim(queue).after(FAILURE), Duration.ofSeconds(5));

        assertEquals(2, claim(queue).id());
        assertEquals(0, ticker.nanoTime(), "no worker waits while other ids are free");

        Claim again = claim(queue);
        assertEquals(1, again.id());
        assertEquals(2, again.attempt());
        assertEquals(7, again.spentNanos());
        assertEquals(Duration.ofSeconds(5).toNanos(), ticker.nanoTime());
    }

    @Test
    void handsOutADueRetryBeforeFreshIds() throws InterruptedException {
        WorkQueue queue = queue(1, 3, 1);
        queue.requeue(0, claim(queue).after(FAILURE), Duration.ZERO);
        assertEquals(1, claim(queue).id());
        assertEquals(2, claim(queue).id());
    }

    @Test
    void givesARetryOfAFixedShareOnlyToItsOwnWorker() throws InterruptedException {
        WorkQueue queue = queue(1, 2, 2);
        queue.requeue(0, claim(queue).after(FAILURE), Duration.ZERO);
        assertEquals(List.of(2), drain(queue, 1));
        assertEquals(List.of(1), drain(queue, 0));
    }

    @Test
    void holdsBackEveryClaimDuringAPause() throws InterruptedException {
        WorkQueue queue = queue(1, 3, 1);
        queue.pause(Duration.ofSeconds(3));
        queue.pause(Duration.ofSeconds(1));
        assertEquals(1, claim(queue).id());
        assertEquals(Duration.ofSeconds(3).toNanos(), ticker.nanoTime(), "the longer pause counts");
        assertEquals(2, claim(queue).id());
        assertEquals(Duration.ofSeconds(3).toNanos(), ticker.nanoTime(), "and only once");
    }

    @Test
    void spacesClaimsByTheRate() throws InterruptedException {
        WorkQueue queue = new WorkQueue(IdSet.of(new IdRange(1, 11)), 1, 5, ticker);
        drain(queue, 0);
        assertEquals(Duration.ofSeconds(2).toNanos(), ticker.nanoTime(), "11 claims have 10 gaps of 0.2 s");
    }

    /** Returns what a second worker gets of a single id, when it begins to wait before something happens. */
    private Optional<Claim> idle(Runnable event) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<Claim>> idle = pool.submit(() -> single.claim(1));
            waiting.await();
            assertFalse(idle.isDone());
            event.run();
            return idle.get(10, TimeUnit.SECONDS);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void letsAnIdleWorkerWaitForAnIdThatMayComeBack() throws Exception {
        Claim held = claim(single);
        Optional<Claim> back = idle(() -> single.requeue(0, held.after(FAILURE), Duration.ZERO));
        assertEquals(1, back.orElseThrow().id());
    }

    @Test
    void letsIdleWorkersGoWhenTheLastIdIsSettled() throws Exception {
        assertTrue(single.claim(0).isPresent());
        assertEquals(Optional.empty(), idle(() -> single.settle(0)));
    }

    @Test
    void handsOutNothingOnceClosedAndKeepsWhatWaited() throws Exception {
        single.requeue(0, claim(single).after(FAILURE), Duration.ofHours(1));
        assertEquals(Optional.empty(), idle(single::close));
        assertEquals(List.of(1), single.waiting().stream().map(Claim::id).toList());
    }

    /** The system's time, which also tells when a thread begins to wait. */
    private record Announcing(CountDownLatch waiting) implements Ticker {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void await(Condition changed, long nanos) throws InterruptedException {
            waiting.countDown();
            Ticker.super.await(changed, nanos);
        }
    }
}
