package pokemon.download;

import java.nio.file.Path;
import pokemon.download.connect.RequestSettings;

/**
 * The settings for downloading an image, the same for all workers of a run.
 *
 * @param digests whether the SHA-256 of each written file is wanted, which costs time
 * @param dated whether files get the date that the server sends
 * @param traced whether the requests of each attempt are recorded
 */
public record DownloadSettings(
        ImageSource source,
        Path directory,
        RequestSettings request,
        ConversionSettings conversion,
        ExistingFilePolicy existing,
        boolean digests,
        boolean dated,
        boolean traced) {
    public DownloadSettings {
        directory = directory.toAbsolutePath();
    }

    /** Returns the defaults: existing files are replaced, and no digests are computed. */
    public static DownloadSettings of(ImageSource source, Path directory, RequestSettings request) {
        return new DownloadSettings(
                source, directory, request, ConversionSettings.DEFAULT, ExistingFilePolicy.REPLACE, false, true, false);
    }

    public DownloadSettings withConversion(ConversionSettings other) {
        return new DownloadSettings(source, directory, request, other, existing, digests, dated, traced);
    }
}
