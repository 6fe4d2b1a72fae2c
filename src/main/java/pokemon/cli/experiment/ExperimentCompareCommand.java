package pokemon.cli.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pokemon.cli.command.CliCommand;
import pokemon.cli.value.Converters;
import pokemon.cli.value.WorkerCounts;
import pokemon.experiment.compare.CompareExperiment;
import pokemon.experiment.compare.CompareSettings;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;

/** Compares ways to do the same work. */
@Command(
        name = "compare",
        description = {
            "Compares strategies for the same work: serial, threads, processes and asynchronous requests.",
            "The workloads: computing (cpu), fetching pages and writing them to disk (io), converting images (mixed).",
            "Pages and images come from the built-in mirror."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pokemon experiment compare --workloads io --strategies serial,threads,async",
            "  pokemon experiment compare --scaling strong --workers 1,2,4,8"
        })
final class ExperimentCompareCommand extends CliCommand {
    /** By default, the fixed amount of work is the work of this number of workers. */
    private static final int STRONG_PARTS = 8;

    @Option(
            names = "--workloads",
            paramLabel = "LIST",
            split = ",",
            hideParamSyntax = true,
            defaultValue = "cpu,io,mixed",
            description = "The workloads. Default: ${DEFAULT-VALUE}.")
    private List<Workload> workloads;

    @Option(
            names = "--strategies",
            paramLabel = "LIST",
            split = ",",
            hideParamSyntax = true,
            description =
                    "The strategies: serial, threads, processes, virtual (threads, from Java 21 on); for io also async, "
                            + "serial-new-connection, serial-print and serial-log. Default: all.")
    private List<Strategy> strategies = List.of(Strategy.values());

    @Option(
            names = "--workers",
            paramLabel = "LIST",
            defaultValue = "1-16",
            converter = Converters.Workers.class,
            description = "Numbers of workers, such as 1-15 or 2,4,8,16. Default: ${DEFAULT-VALUE}.")
    private WorkerCounts workers;

    @Option(
            names = "--scaling",
            paramLabel = "KIND",
            defaultValue = "weak",
            description = {
                "weak: each worker does the same amount, so the work grows with their number; serial does all of it.",
                "strong: the workers share a fixed amount. Default: ${DEFAULT-VALUE}."
            })
    private Scaling scaling;

    @Option(
            names = "--cpu-items",
            paramLabel = "N",
            converter = Converters.Positive.class,
            description =
                    "Counts of the primes below 20 000, by each worker (weak, default 200) or by all (strong, 1600).")
    private Integer cpuItems;

    @Option(
            names = "--io-items",
            paramLabel = "N",
            converter = Converters.Positive.class,
            description = "Pages fetched and written, by each worker (weak, default 50) or by all (strong, 400).")
    private Integer ioItems;

    @Option(
            names = "--mixed-items",
            paramLabel = "N",
            converter = Converters.Positive.class,
            description = "Images downloaded and re-encoded, by each worker (weak, default 4) or by all (strong, 32).")
    private Integer mixedItems;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "10ms",
            converter = Converters.DurationConverter.class,
            description = "The mirror answers after this time. Default: ${DEFAULT-VALUE}.")
    private Duration latency;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            converter = Converters.Positive.class,
            description = "Runs of each. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Mixin
    private JvmArguments jvmArguments;

    @Mixin
    private ExperimentOptions common;

    @Override
    public Integer call() throws Exception {
        if (workloads.stream().noneMatch(workload -> strategies.stream().anyMatch(way -> way.suits(workload)))) {
            throw usageError("none of the strategies suits any of the workloads");
        }
        Map<Workload, Integer> amounts = Map.of(
                Workload.CPU, amount(cpuItems, 200),
                Workload.IO, amount(ioItems, 50),
                Workload.MIXED, amount(mixedItems, 4));
        return common.run(new CompareExperiment(new CompareSettings(
                new TreeSet<>(workloads),
                new TreeSet<>(strategies),
                workers.values(),
                scaling,
                amounts,
                latency,
                jvmArguments.values(),
                common.trace(),
                runs,
                common.seed())));
    }

    private int amount(Integer given, int usual) {
        return given != null ? given : usual * (scaling == Scaling.STRONG ? STRONG_PARTS : 1);
    }
}
