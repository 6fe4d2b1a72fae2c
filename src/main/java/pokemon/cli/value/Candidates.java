package pokemon.cli.value;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import pokemon.mirror.contract.Fault;
import pokemon.schedule.run.WorkerKind;

/** The words that shells offer for arguments whose values have a converter of their own. */
public abstract class Candidates implements Iterable<String> {
    private final List<String> words;

    protected Candidates(Stream<String> words) {
        this.words = words.toList();
    }

    @Override
    public final Iterator<String> iterator() {
        return words.iterator();
    }

    /** The kinds of workers. */
    public static final class Kinds extends Candidates {
        Kinds() {
            super(Arrays.stream(WorkerKind.values()).map(WorkerKind::letter));
        }
    }

    /** The numbers of workers. */
    public static final class Workers extends Candidates {
        Workers() {
            super(Stream.of("auto"));
        }
    }

    /** The ways to show progress. */
    public static final class Progress extends Candidates {
        Progress() {
            super(Stream.of("auto", "always", "never", "every=100"));
        }
    }

    /** The faults of the mirror, each with a share. */
    public static final class Faults extends Candidates {
        Faults() {
            super(Arrays.stream(Fault.values()).map(fault -> fault + "=0.1"));
        }
    }
}
