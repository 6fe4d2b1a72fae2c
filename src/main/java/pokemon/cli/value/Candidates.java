package pokemon.cli.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pokemon.experiment.compare.work.Strategy;
import pokemon.mirror.contract.Fault;
import pokemon.schedule.run.WorkerKind;

/** The words that shells offer for arguments whose values have a converter of their own. */
public final class Candidates {
    private Candidates() {}

    /** Some words. */
    private abstract static class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words(List<String> words) {
            super(words);
        }
    }

    /** The kinds of workers. */
    public static final class Kinds extends Words {
        private static final long serialVersionUID = 1;

        Kinds() {
            super(Arrays.stream(WorkerKind.values()).map(WorkerKind::letter).toList());
        }
    }

    /** The numbers of workers. */
    public static final class Workers extends Words {
        private static final long serialVersionUID = 1;

        Workers() {
            super(List.of("auto"));
        }
    }

    /** The ways to show progress. */
    public static final class Progress extends Words {
        private static final long serialVersionUID = 1;

        Progress() {
            super(List.of("auto", "always", "never", "every=100"));
        }
    }

    /** The strategies of a comparison. */
    public static final class Strategies extends Words {
        private static final long serialVersionUID = 1;

        Strategies() {
            super(Arrays.stream(Strategy.values()).map(Strategy::label).toList());
        }
    }

    /** The faults of the mirror, each with a share. */
    public static final class Faults extends Words {
        private static final long serialVersionUID = 1;

        Faults() {
            super(Arrays.stream(Fault.values())
                    .map(fault -> fault.label() + "=0.1")
                    .toList());
        }
    }
}
