package pokemon.experiment.plan;

/**
 * A trial of a plan.
 *
 * @param variant what is tried
 * @param label a few words for people, such as "3 processes"
 * @param group trials that differ only in the number of workers; the time of one helps to predict the others
 * @param workers number of workers, at least 1
 * @param expected seconds, above 0; only the ratios within a group matter once a trial of the group has ended
 * @param isWarmUp whether its time does not count as a result
 */
public record PlannedTrial<T>(T variant, String label, Object group, int workers, double expected, boolean isWarmUp) {}
