package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pokemon.download.Downloader;
import pokemon.download.WorkerStartException;

class WorkerPoolTest {
    private static final Downloader IDLE = (id, trace) -> {
        throw new AssertionError("no image is requested here");
    };

    /** Ends all workers: until then they wait, and the test itself says what each one does. */
    private static final CountDownLatch END = new CountDownLatch(1);

    private final WorkerPool pool = new WorkerPool(worker -> IDLE, WorkerPoolTest::wait);

    private static void wait(int worker, Downloader downloader) {
        try {
            END.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll
    static void end() {
        END.countDown();
    }

    @Test
    void keepsReadyWorkersWhenThoseThatCameAfterThemAreNotReady() throws Exception {
        pool.start(2);
        pool.markReady(0);
        pool.markReady(1);
        pool.resize(8);
        pool.release(7);
        pool.resize(2);
        assertFalse(pool.retireIfSurplus(0));
        assertFalse(pool.retireIfSurplus(1));
        assertTrue(pool.retireIfSurplus(2), "not ready, and one too many");
        assertEquals(2, pool.ready());
    }

    @Test
    void letsReadyWorkersGoUntilThereAreAsManyAsWanted() throws Exception {
        pool.start(4);
        for (int worker = 0; worker < 4; worker++) {
            pool.markReady(worker);
        }
        pool.resize(3);
        assertTrue(pool.retireIfSurplus(2));
        assertFalse(pool.retireIfSurplus(0));
        assertEquals(3, pool.ready());
    }

    @Test
    void givesTheNumberOfOneThatLeftToTheNext() throws Exception {
        pool.start(2);
        pool.release(0);
        pool.resize(2);
        assertFalse(pool.isReady(0), "another one was");
        pool.markReady(0);
        assertTrue(pool.isReady(0));
        assertEquals(2, pool.processes().size());
    }

    /** A system with a limit of threads. */
    private static WorkerPool poolOfAtMost(int max) {
        AtomicInteger started = new AtomicInteger();
        return new WorkerPool(worker -> IDLE, WorkerPoolTest::wait, task -> new Thread(task) {
            @Override
            public synchronized void start() {
                if (started.incrementAndGet() > max) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                super.start();
            }
        });
    }

    @Test
    void growsNoFurtherThanTheSystemHasThreads() throws Exception {
        WorkerPool limited = poolOfAtMost(3);
        limited.start(2);
        assertTrue(limited.resize(3));
        assertFalse(limited.resize(8));
        assertEquals(3, limited.present());
        assertTrue(limited.resize(3));
    }

    @Test
    void failsToStartWhenTheSystemHasTooFewThreads() {
        WorkerPool limited = poolOfAtMost(2);
        WorkerStartException e = assertThrows(WorkerStartException.class, () -> limited.start(4));
        assertEquals("cannot start 4 threads: unable to create native thread", e.getMessage());
        assertEquals(2, limited.present(), "those that were started");
    }
}
