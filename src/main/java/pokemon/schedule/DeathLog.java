package pokemon.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells deaths of workers that an id may have caused from those that come together, as when the system runs short of
 * memory. Not for use by several threads at once. All times are nanoseconds of one clock.
 */
final class DeathLog {
    private static final long TOGETHER_NANOS = Duration.ofSeconds(1).toNanos();

    /** Deaths over one id after which it is failed: those that came alone, and all of them. */
    private static final int MOST_ALONE = 2;

    private static final int MOST = 4;

    /** Stands for a death without an id, as of a worker that was still starting. */
    private static final int NO_ID = 0;

    private final List<Death> deaths = new ArrayList<>();

    private record Death(int id, long at) {}

    /** Enters the death of a worker that had no id. */
    void enter(long now) {
        deaths.add(new Death(NO_ID, now));
    }

    /**
     * Enters the death of a worker over an id.
     *
     * @return whether the id is to be failed: it was alone with two deaths, or died with others too often
     */
    boolean isFatal(int id, long now) {
        deaths.add(new Death(id, now));
        List<Death> own = deaths.stream().filter(death -> death.id == id).toList();
        return own.size() >= MOST || own.stream().filter(this::isAlone).count() >= MOST_ALONE;
    }

    private boolean isAlone(Death one) {
        return deaths.stream().noneMatch(other -> other.id != one.id && Math.abs(other.at - one.at) < TOGETHER_NANOS);
    }
}
