package pokemon.experiment.measure;

import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

/**
 * One way to run a range of ids.
 *
 * @param kind threads or processes
 * @param workers number of workers
 * @param schedule how the workers get their ids
 */
public record Trial(WorkerKind kind, int workers, ScheduleKind schedule) {
    /** Returns a few words for people, such as "3 processes". */
    public String label() {
        return kind.count(workers);
    }
}
