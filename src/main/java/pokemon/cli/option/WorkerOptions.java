package pokemon.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import pokemon.cli.value.Converters;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.StartMode;
import pokemon.schedule.run.WorkerKind;
import pokemon.schedule.run.WorkerSettings;

/** The options that say how the workers of a run start and share its ids. */
public final class WorkerOptions extends OptionMixin {
    @Option(
            names = "--schedule",
            paramLabel = "KIND",
            defaultValue = "dynamic",
            description = {
                "dynamic: a free worker takes the next id.",
                "static: worker i of n takes start+i, start+i+n, ... Default: ${DEFAULT-VALUE}."
            })
    private ScheduleKind schedule;

    @Option(
            names = Converters.RawArgument.OPTION,
            paramLabel = "ARG",
            parameterConsumer = Converters.RawArgument.class,
            description = "An argument for the child JVMs of P, such as --jvm-arg=-Xmx64m; may be repeated.")
    private List<String> jvmArguments = new ArrayList<>();

    @Option(
            names = "--start",
            paramLabel = "MODE",
            defaultValue = "waves",
            description = {
                "waves: child JVMs start a few at a time, as long as the processors have time and there is work "
                        + "for more.",
                "all: all of them start before the first id. Default: ${DEFAULT-VALUE}."
            })
    private StartMode start;

    /** Returns whether each worker has a fixed share of the ids. */
    public boolean isStatic() {
        return schedule == ScheduleKind.STATIC;
    }

    /** Returns the settings that the options select. */
    public WorkerSettings settings(WorkerKind kind, Concurrency concurrency) {
        return new WorkerSettings(kind, concurrency, schedule, start, jvmArguments);
    }
}
