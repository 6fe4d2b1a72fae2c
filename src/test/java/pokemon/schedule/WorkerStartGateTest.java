package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a time that passes only while a thread waits, and a gate for two processors. */
@Timeout(30)
final class WorkerStartGateTest {
    private final Clock clock = new Clock();
    private int ready;
    private double load;
    private final WorkerStartGate gate = new WorkerStartGate(2, () -> ready, () -> load, clock);

    /** What happens at a time in milliseconds. */
    private record Event(long at, Runnable action) {}

    private static final class Clock implements Ticker {
        private final PriorityQueue<Event> events = new PriorityQueue<>((a, b) -> Long.compare(a.at, b.at));
        private long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void await(Condition changed, long nanos) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long end = now + nanos;
            while (now < end) {
                Event next = events.peek();
                if (next == null || next.at * 1_000_000 > end) {
                    now = end;
                } else {
                    events.remove();
                    now = Math.max(now, next.at * 1_000_000);
                    next.action.run();
                    return;
                }
            }
        }

        void at(long millis, Runnable action) {
            events.add(new Event(millis, action));
        }
    }

    private long millis() {
        return clock.now / 1_000_000;
    }

    /** Lets a worker in whose start takes so long; returns when it was let in, in milliseconds. */
    private long enter(long startMillis) throws InterruptedException {
        gate.enter();
        long begin = millis();
        clock.at(begin + startMillis, () -> {
            ready++;
            gate.started(true, startMillis * 1_000_000);
        });
        return begin;
    }

    /** Lets ids end, one after another, from now on. */
    private void work(int ids, long millisEach) {
        for (int i = 1; i <= ids; i++) {
            int left = ids - i;
            clock.at(millis() + i * millisEach, () -> gate.ended(left));
        }
    }

    @Test
    void startsAWorkerForEachProcessorAtOnceAndTheOthersAfterThem() throws InterruptedException {
        assertEquals(0, enter(200));
        assertEquals(0, enter(300));
        assertEquals(400, enter(200), "after the slower one, and a look at the processors");
    }

    @Test
    void doublesTheWavesWhileTheProcessorsAreIdle() throws InterruptedException {
        load = 0.2;
        long[] begins = new long[14];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = enter(200);
        }
        assertEquals(0, begins[1]);
        assertEquals(300, begins[2]);
        assertEquals(300, begins[5]);
        assertEquals(600, begins[6]);
        assertEquals(600, begins[13]);
    }

    @Test
    void holdsTheNextWaveWhileTheProcessorsAreBusy() throws InterruptedException {
        load = 0.95;
        enter(200);
        enter(200);
        work(1_000, 10);
        clock.at(5_000, () -> load = 0.1);
        long begin = enter(200);
        assertTrue(begin >= 5_000 && begin <= 5_400, () -> "at " + begin);
    }

    @Test
    void startsAWaveOfTheFirstSizeWhereThereIsSomeTimeToSpareAndMuchToDo() throws InterruptedException {
        load = 0.75;
        enter(200);
        enter(200);
        work(10_000, 10);
        assertEquals(500, enter(200), "after three looks");
        assertEquals(500, enter(200));
        assertEquals(1_000, enter(200));
    }

    @Test
    void startsNoWorkerForLessWorkThanAStartCosts() throws InterruptedException {
        load = 0.75;
        enter(200);
        enter(200);
        Thread waiting = Thread.currentThread();
        work(60, 50);
        clock.at(3_201, waiting::interrupt);
        assertThrows(InterruptedException.class, () -> enter(200));
        assertTrue(millis() > 3_000);
    }

    @Test
    void doesNotWaitForWorkWhileNoWorkerIsReady() throws InterruptedException {
        load = 1;
        for (int i = 0; i < 6; i++) {
            gate.enter();
            clock.at(millis() + 50, () -> gate.started(false, 50_000_000));
        }
        assertEquals(100, millis(), "two waves failed, and the third one has begun");
    }

    @Test
    void letsEachStartInWhereNothingComesInWaves() throws InterruptedException {
        load = 1;
        ready = 1;
        WorkerStartGate open = new WorkerStartGate(Integer.MAX_VALUE, () -> ready, () -> load, clock);
        for (int i = 0; i < 100_000; i++) {
            open.enter();
        }
        assertEquals(0, millis());
    }

    @Test
    void isNotHeldUpByAStartThatHangs() throws InterruptedException {
        enter(200);
        gate.enter();
        assertEquals(5_100, enter(200));
    }
}
