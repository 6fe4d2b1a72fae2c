package pokemon.experiment.measure;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pokemon.download.DownloadSettings;
import pokemon.download.ImageSource;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.WorkerKind;
import pokemon.schedule.run.WorkerResult;
import pokemon.schedule.run.WorkerSettings;

/** Runs that never happened, with known numbers. */
public final class Runs {
    private static final long MILLI = 1_000_000;

    private Runs() {}

    /** One image of a run: who downloaded it, and when, in milliseconds. */
    public record Image(int worker, long start, long busy) {}

    public static RunReport of(WorkerKind kind, int workers, long millis, List<Image> images) {
        List<IdResult> ids = new ArrayList<>();
        for (Image image : images) {
            ids.add(new IdResult(
                    ids.size() + 1,
                    Optional.of(new Outcome.Saved(1000, Optional.empty())),
                    1,
                    image.start * MILLI,
                    image.busy * MILLI,
                    image.worker));
        }
        List<WorkerResult> results = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            int worker = i;
            List<Image> own =
                    images.stream().filter(image -> image.worker == worker).toList();
            long busy = own.stream().mapToLong(image -> image.busy * MILLI).sum();
            results.add(new WorkerResult(i, own.size(), own.size() * 1000L, busy, millis * MILLI - busy, 0));
        }
        return new RunReport(
                settings(kind, workers, images.size()),
                Instant.EPOCH,
                millis * MILLI,
                ids,
                results,
                0,
                List.of(),
                Optional.empty());
    }

    private static RunSettings settings(WorkerKind kind, int workers, int images) {
        DownloadSettings download = DownloadSettings.of(
                new ImageSource("https://images.example/{id}.png"), Path.of("nowhere"), RequestSettings.of("test"));
        return RunSettings.of(
                IdSet.of(new IdRange(1, images)), WorkerSettings.of(kind, new Concurrency.Fixed(workers)), download);
    }
}
