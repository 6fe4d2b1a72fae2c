package pokemon.experiment.measure;

import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

/**
 * One way to run a range of ids.
 *
 * @param kind what workers run in
 * @param workers how many
 * @param schedule how ids are dealt out
 */
public record Trial(WorkerKind kind, int workers, ScheduleKind schedule) {
    /** Returns what it runs with, such as "3 processes". */
    public String label() {
        return kind.count(workers);
    }
}
