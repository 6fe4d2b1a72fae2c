package pokemon.experiment.compare.work;

import java.io.IOException;
import java.nio.file.Path;
import pokemon.download.ConversionSettings;
import pokemon.download.DownloadSettings;
import pokemon.download.ImageDownloader;
import pokemon.download.ImageSource;
import pokemon.download.ReencodeMode;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;

/** Downloads images as with {@code --reencode always}. */
final class ImageWork implements Work {
    /** A multiple of the number of creatures of the mirror, so that all workers get the same mixture. */
    private static final int STRIDE = 36;

    private static final int LAST_ID = 898;

    private final ImageDownloader downloader;

    ImageWork(ImageSource source, Path directory) throws IOException {
        downloader =
                new ImageDownloader(DownloadSettings.of(source, directory, RequestSettings.of("pokemon-experiment"))
                        .withConversion(ConversionSettings.DEFAULT.withReencode(ReencodeMode.ALWAYS)));
    }

    @Override
    public void item(int worker, int item) throws IOException, InterruptedException {
        int id = 1 + (worker * STRIDE + item) % LAST_ID;
        Outcome outcome = downloader.download(id, new AttemptTrace(false));
        if (!(outcome instanceof Outcome.Saved)) {
            throw new IOException("image " + id + " was not saved: " + outcome);
        }
    }

    @Override
    public void close() {
        downloader.close();
    }
}
