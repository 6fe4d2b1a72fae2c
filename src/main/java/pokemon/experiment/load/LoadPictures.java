package pokemon.experiment.load;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.schedule.run.ScheduleKind;

/** Who did what, drawn. */
final class LoadPictures {
    private LoadPictures() {}

    static List<Picture> of(List<LoadRun> runs) {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(bars("images", "Images per worker", "images", runs, LoadRun::imageCounts));
        pictures.add(bars("bytes", "Data per worker", "data [MB]", runs, run -> run.bytes().stream()
                .map(bytes -> bytes / 1e6)
                .toList()));
        pictures.add(bars("busy", "Busy time per worker", "busy time [s]", runs, LoadRun::busy));
        pictures.add(Timeline.picture(runs));
        return List.copyOf(pictures);
    }

    private static Picture bars(
            String name,
            String title,
            String unit,
            List<LoadRun> runs,
            Function<LoadRun, List<? extends Number>> values) {
        CategoryChart chart = Charts.bars(title, "worker", unit);
        for (LoadRun run : runs) {
            List<? extends Number> heights = values.apply(run);
            List<Integer> workers = IntStream.range(0, heights.size()).boxed().toList();
            chart.addSeries(run.schedule(), workers, heights).setFillColor(colour(run));
        }
        return Charts.picture(name, title + ", one bar for each worker and way to deal out ids.", chart);
    }

    /** Returns the colour of a run in every picture. */
    static Color colour(LoadRun run) {
        return Charts.PALETTE.get(run.trial().schedule() == ScheduleKind.STATIC ? 1 : 0);
    }
}
