package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pokemon.download.Downloader;
import pokemon.download.Outcome;

class CrewTest {
    private static final Downloader IDLE = new Downloader() {
        @Override
        public Outcome download(int id) {
            throw new AssertionError("nobody asks for an image here");
        }

        @Override
        public void close() {}
    };

    /** Threads that end at once: the test itself says what each worker does. */
    private final Crew crew = new Crew(worker -> IDLE, (worker, downloader) -> {});

    @Test
    void keepsReadyWorkersWhenThoseThatCameAfterThemAreNotReady() {
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
    void letsReadyWorkersGoUntilThereAreAsManyAsWanted() {
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
    void givesTheNumberOfOneThatLeftToTheNext() {
        crew.start(2);
        crew.leave(0);
        crew.resize(2);
        assertTrue(crew.arrive(0), "it was not ready before");
        assertEquals(2, crew.processes().size());
    }
}
