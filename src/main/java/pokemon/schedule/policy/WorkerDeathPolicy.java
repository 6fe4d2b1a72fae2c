package pokemon.schedule.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Distinguishes deaths of workers that an id may have caused from deaths that come together, as when the system runs
 * short of memory. {@code AttemptJudge} uses it to settle the id of a worker that died, or to try it again.
 */
public final class WorkerDeathPolicy {
    private static final long TOGETHER_NANOS = Duration.ofSeconds(1).toNanos();

    /** Deaths over one id, with no other death at the time, that make it fail. */
    private static final int MAX_ALONE = 2;

    /** Deaths over one id that make it fail in any case. */
    private static final int MAX = 4;

    /** Stands for the missing id of a child that was still starting. */
    private static final int NO_ID = 0;

    private final List<Death> deaths = new ArrayList<>();

    private record Death(int id, long at) {}

    /** Records a failed start of a child JVM, which has no id. */
    public void recordFailedStart(long now) {
        deaths.add(new Death(NO_ID, now));
    }

    /** Records the death of a child JVM over an id. Returns whether the id fails because of its deaths. */
    public boolean recordDeath(int id, long now) {
        deaths.add(new Death(id, now));
        List<Death> own = deaths.stream().filter(death -> death.id == id).toList();
        return own.size() >= MAX || own.stream().filter(this::isAlone).count() >= MAX_ALONE;
    }

    private boolean isAlone(Death one) {
        return deaths.stream().noneMatch(other -> other.id != one.id && Math.abs(other.at - one.at) < TOGETHER_NANOS);
    }
}
