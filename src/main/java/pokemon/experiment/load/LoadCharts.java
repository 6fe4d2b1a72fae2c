package pokemon.experiment.load;

import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.CategoryChart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerResult;

/** The charts: bars for each worker. */
final class LoadCharts {
    private LoadCharts() {}

    /** Returns all charts. To add one, add it here. */
    static List<Picture> pictures(List<LoadRun> runs) {
        return List.of(
                bars("images", "Images per worker", "images", runs, WorkerResult::images),
                bars("bytes", "Data per worker", "data [MB]", runs, worker -> worker.bytes() / 1e6),
                bars("busy", "Busy time per worker", "busy time [s]", runs, LoadRun::busySeconds));
    }

    private static Picture bars(
            String name, String title, String unit, List<LoadRun> runs, Function<WorkerResult, Number> value) {
        CategoryChart chart = Charts.bars(title, "worker", unit);
        for (LoadRun run : runs) {
            chart.addSeries(run.schedule(), run.each(worker -> worker.worker() + 1), run.each(value))
                    .setFillColor(colour(run));
        }
        return Charts.picture(name, title + ", one bar for each worker and way to deal out ids.", chart);
    }

    /** Returns the colour of a run in every chart. */
    static Color colour(LoadRun run) {
        return Charts.PALETTE.get(run.trial().schedule() == ScheduleKind.STATIC ? 1 : 0);
    }
}
