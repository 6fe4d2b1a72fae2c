package pokemon.experiment.measure;

import java.util.Locale;
import pokemon.experiment.plan.PlannedTrial;
import pokemon.experiment.plan.WorkModel;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

/** One way to run a range of ids. */
public record Trial(WorkerKind kind, int workers, ScheduleKind schedule) {
    /** Returns a few words for people with the schedule, such as "3 processes, static". */
    public String name() {
        return label() + ", " + schedule.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a few words for people, such as "3 processes". */
    public String label() {
        return kind.count(workers);
    }

    /** Returns this trial as part of a plan; trials of the same kind form a group. */
    public PlannedTrial<Trial> planned(WorkModel model, boolean isWarmUp) {
        return new PlannedTrial<>(this, label(), kind, workers, model.seconds(kind, workers), isWarmUp);
    }
}
