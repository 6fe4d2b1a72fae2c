package pokemon.experiment.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An unsafe counter that records each read and each write of its field.
 *
 * <p>The count is a plain field. Right after an access, an atomic counter gives it a sequence number. These numbers
 * order the accesses of all workers, and taking them forbids the compiler to keep the field in a register. An access
 * may be slightly earlier than its number suggests. A lost update is certain nevertheless: each read gets its number
 * before the same worker writes.
 */
final class TracedCounter {
    /** On two processors the first attempt has always found a lost update. */
    private static final int ATTEMPTS = 50;

    private static final int DRAWS = 2_000;

    private final AtomicInteger sequence = new AtomicInteger();
    private final int[][] readAt;
    private final int[][] read;
    private final int[][] writtenAt;
    private int count;

    private TracedCounter(int workers) {
        readAt = new int[workers][DRAWS];
        read = new int[workers][DRAWS];
        writtenAt = new int[workers][DRAWS];
    }

    /** Lets workers draw until an update is lost; empty after too many attempts. */
    static Optional<LostUpdate> provoke(int workers) throws InterruptedException {
        Optional<LostUpdate> found = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS && found.isEmpty(); attempt++) {
            TracedCounter counter = new TracedCounter(workers);
            RaceRun.runTogether(workers, counter::drawAll);
            found = LostUpdate.find(counter.trace());
        }
        return found;
    }

    private void drawAll(int worker) {
        for (int draw = 0; draw < DRAWS; draw++) {
            int value = count;
            readAt[worker][draw] = sequence.getAndIncrement();
            read[worker][draw] = value;
            count = value + 1;
            writtenAt[worker][draw] = sequence.getAndIncrement();
        }
    }

    private List<LostUpdate.Step> trace() {
        List<LostUpdate.Step> trace = new ArrayList<>();
        for (int worker = 0; worker < read.length; worker++) {
            for (int draw = 0; draw < DRAWS; draw++) {
                int value = read[worker][draw];
                trace.add(new LostUpdate.Step(readAt[worker][draw], worker, LostUpdate.Access.READ, value));
                trace.add(new LostUpdate.Step(writtenAt[worker][draw], worker, LostUpdate.Access.WRITE, value + 1));
            }
        }
        return trace;
    }
}
