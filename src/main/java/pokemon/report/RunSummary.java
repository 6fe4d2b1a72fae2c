package pokemon.report;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.run.IdResult.Status;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerKind;

/** The last lines that a run prints. */
public final class RunSummary {
    private RunSummary() {}

    /** Returns the summary and the wall time, a line each. */
    public static List<String> lines(RunReport report) {
        long notAttempted = report.count(Status.NOT_ATTEMPTED);
        String summary = String.format(
                Locale.ROOT,
                "%d saved, %d skipped, %d failed%s of %d (%s MB) by %s",
                report.count(Status.SAVED),
                report.count(Status.SKIPPED),
                report.count(Status.FAILED),
                notAttempted == 0 ? "" : ", " + notAttempted + " not attempted",
                report.ids().size(),
                Megabytes.of(report.bytes()),
                workers(report));
        return List.of(summary, String.format(Locale.ROOT, "Time %.6f", report.nanos() / 1e9));
    }

    private static String workers(RunReport report) {
        WorkerKind kind = report.settings().workers().kind();
        IntSummaryStatistics path =
                report.path().stream().mapToInt(ConcurrencyChange::workers).summaryStatistics();
        if (path.getCount() == 0) {
            int used = report.settings().maxWorkers();
            long started = report.workers().stream()
                    .filter(worker -> worker.processes() > 0)
                    .count();
            boolean all = kind == WorkerKind.THREADS || started == used;
            return all ? kind.count(used) : started + " of " + kind.count(used);
        }
        if (path.getCount() == 1) {
            return kind.count(path.getMax());
        }
        int last = report.path().get(report.path().size() - 1).workers();
        return path.getMin() + " to " + kind.count(path.getMax()) + ", " + last + " at the end";
    }
}
