package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pokemon.download.Downloader;
import pokemon.download.Outcome;
import pokemon.download.WorkerStartException;

class WorkerPoolTest {
    private static final Downloader IDLE = new Downloader() {
        @Override
        public Outcome download(int id) {
            throw new AssertionError("nobody asks for an image here");
        }

        @Override
        public void close() {}
    };

    /** Ends all workers: until then they wait, and the test itself says what each one does. */
    private static final CountDownLatch END = new CountDownLatch(1);

    private final WorkerPool crew = new WorkerPool(worker -> IDLE, WorkerPoolTest::wait);

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
        crew.start(2);
        crew.arrive(0);
        crew.arrive(1);
        crew.resize(8);
        crew.leave(7);
        crew.resize(2);
        assertTrue(crew.stays(0));
        assertTrue(crew.stays(1));
        assertFalse(crew.stays(2), "not ready, and one too many");
        assertEquals(2, crew.ready());
    }

    @Test
    void letsReadyWorkersGoUntilThereAreAsManyAsWanted() throws Exception {
        crew.start(4);
        for (int worker = 0; worker < 4; worker++) {
            crew.arrive(worker);
        }
        crew.resize(3);
        assertFalse(crew.stays(2));
        assertTrue(crew.stays(0));
        assertEquals(3, crew.ready());
    }

    @Test
    void givesTheNumberOfOneThatLeftToTheNext() throws Exception {
        crew.start(2);
        crew.leave(0);
        crew.resize(2);
        assertFalse(crew.isReady(0), "another one was");
        crew.arrive(0);
        assertTrue(crew.isReady(0));
        assertEquals(2, crew.processes().size());
    }

    /** A system on which only so many threads can start. */
    private static WorkerPool crewOfAtMost(int most, List<Integer> closed) {
        AtomicInteger started = new AtomicInteger();
        return new WorkerPool(
                worker -> new Downloader() {
                    @Override
                    public Outcome download(int id) {
                        throw new AssertionError("nobody asks for an image here");
                    }

                    @Override
                    public void close() {
                        closed.add(worker);
                    }
                },
                WorkerPoolTest::wait,
                task -> new Thread(task) {
                    @Override
                    public synchronized void start() {
                        if (started.incrementAndGet() > most) {
                            throw new OutOfMemoryError("unable to create native thread");
                        }
                        super.start();
                    }
                });
    }

    @Test
    void growsNoFurtherThanTheSystemHasThreads() throws Exception {
        WorkerPool limited = crewOfAtMost(3, new ArrayList<>());
        limited.start(2);
        assertTrue(limited.resize(3));
        assertFalse(limited.resize(8));
        assertEquals(3, limited.present());
        assertTrue(limited.resize(3));
    }

    @Test
    void saysSoWhenTheSystemHasNotEnoughThreadsToBeginWith() {
        List<Integer> closed = new ArrayList<>();
        WorkerPool limited = crewOfAtMost(2, closed);
        WorkerStartException e = assertThrows(WorkerStartException.class, () -> limited.start(4));
        assertEquals("cannot start 4 threads: unable to create native thread", e.getMessage());
        assertEquals(List.of(2, 3), closed, "no thread of theirs closes these");
    }
}
