package pokemon.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pokemon.schedule.RunReport;
import pokemon.schedule.ScheduleKind;
import pokemon.schedule.WorkerKind;

/** How the time of a download depends on the number of threads and processes. */
public final class SpeedExperiment implements Experiment {
    private final TrialSettings settings;
    private final List<WorkerKind> kinds;
    private final List<Integer> workers;
    private final int runs;
    private final long seed;

    /**
     * Prepares the experiment.
     *
     * @param settings what is the same in all trials
     * @param kinds the kinds of workers to compare
     * @param workers the numbers of workers to try, ascending
     * @param runs how often each is run, at least 1
     * @param seed decides the order of the trials
     */
    public SpeedExperiment(TrialSettings settings, List<WorkerKind> kinds, List<Integer> workers, int runs, long seed) {
        this.settings = settings;
        this.kinds = List.copyOf(kinds);
        this.workers = List.copyOf(workers);
        this.runs = runs;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "speed";
    }

    @Override
    public ExperimentReport run(Origin origin, TrialListener progress, StopFlag stop) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        try (TrialRunner runner = settings.open()) {
            for (WorkerKind kind : kinds) {
                for (int n : workers) {
                    List<Double> times = new ArrayList<>();
                    for (int i = 0; i < runs; i++) {
                        RunReport report = runner.run(new Trial(kind, n, ScheduleKind.DYNAMIC), stop);
                        times.add(report.nanos() / 1e9);
                        progress.trialEnded(kind.count(n), 0.5);
                    }
                    Summary summary = Summary.of(times);
                    rows.add(List.of(kind.letter(), n, summary.mean(), summary.stddev()));
                    results.add(
                            new Result(kind.count(n), summary, Map.of("mode", kind.letter(), "workers", n), Map.of()));
                }
            }
        }
        Table table = new Table(
                "results",
                "Time",
                List.of(
                        new Table.Column("mode", "mode", 0),
                        new Table.Column("workers", "workers", 0),
                        new Table.Column("mean_seconds", "mean [s]", 3),
                        new Table.Column("stddev_seconds", "stddev [s]", 3)),
                rows,
                true);
        var chart = Charts.lines("Time", "number of workers", "time [s]");
        double[] x = workers.stream().mapToDouble(n -> n).toArray();
        Charts.measured(
                chart,
                "threads",
                x,
                results.stream()
                        .limit(x.length)
                        .mapToDouble(r -> r.times().mean())
                        .toArray(),
                results.stream()
                        .limit(x.length)
                        .mapToDouble(r -> r.times().stddev())
                        .toArray());
        Charts.wholeNumbers(chart, workers.get(workers.size() - 1));
        return new ExperimentReport(
                new ExperimentReport.Heading("speed", "Time", "How?"),
                origin,
                new LinkedHashMap<>(Map.of("runs", runs, "seed", seed)),
                results,
                List.of(table),
                List.of(),
                new ExperimentReport.Conclusions(List.of(), List.of()),
                List.of(Charts.picture("time", "Time over workers.", chart)));
    }
}
