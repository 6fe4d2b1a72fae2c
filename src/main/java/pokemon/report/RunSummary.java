package pokemon.report;

import java.util.List;
import java.util.Locale;
import pokemon.schedule.IdResult.Status;
import pokemon.schedule.RunReport;

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
                report.settings().kind().count(report.settings().usedWorkers()));
        return List.of(summary, String.format(Locale.ROOT, "Time %.6f", report.nanos() / 1e9));
    }
}
