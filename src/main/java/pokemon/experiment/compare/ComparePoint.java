package pokemon.experiment.compare;

import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;

/**
 * One combination that is measured.
 *
 * @param workers number of workers, at least 1
 */
record ComparePoint(Workload workload, Strategy strategy, int workers) {
    /** Returns a few words for people, such as "io by 4 threads". */
    String label() {
        return switch (strategy) {
            case THREADS -> workload.label() + " by " + workers + (workers == 1 ? " thread" : " threads");
            case PROCESSES -> workload.label() + " by " + workers + (workers == 1 ? " process" : " processes");
            default -> workload.label() + " " + strategy.label() + ", work of " + workers;
        };
    }
}
