package pokemon.experiment.compare;

import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;
import pokemon.schedule.run.WorkerKind;

/**
 * One combination that is measured.
 *
 * @param workers number of workers, at least 1
 */
record ComparePoint(Workload workload, Strategy strategy, int workers) {
    /** Returns a few words for people, such as "io by 4 threads". */
    String label() {
        return switch (strategy) {
            case THREADS -> workload + " by " + WorkerKind.THREADS.count(workers);
            case PROCESSES -> workload + " by " + WorkerKind.PROCESSES.count(workers);
            default -> workload + " " + strategy + ", work of " + workers;
        };
    }
}
