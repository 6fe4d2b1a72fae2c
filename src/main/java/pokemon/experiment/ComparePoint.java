package pokemon.experiment;

/**
 * One combination that is measured.
 *
 * @param workers how many workers, at least 1
 */
record ComparePoint(Workload workload, Strategy strategy, int workers) {}
