package pokemon.experiment;

import pokemon.schedule.ScheduleKind;
import pokemon.schedule.WorkerKind;

/**
 * One way to run a range of ids.
 *
 * @param kind what workers run in
 * @param workers how many
 * @param schedule how ids are dealt out
 */
record Trial(WorkerKind kind, int workers, ScheduleKind schedule) {
    String label() {
        return kind.count(workers);
    }
}
