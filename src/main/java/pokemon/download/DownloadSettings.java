package pokemon.download;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pokemon.download.connect.ConnectionSettings;
import pokemon.png.chunk.Checks;

/**
 * Everything that decides how one image is downloaded, the same for all workers of a run.
 *
 * @param source where images come from
 * @param directory where images go
 * @param reencode how a fetched image becomes a PNG
 * @param existing what to do about files that are there already
 * @param connect how connections are made
 * @param timeout longest time for one attempt, from the request to the last byte of the body, above zero
 * @param userAgent the {@code User-Agent} header of every request
 * @param headers further headers of every request, but not of one that a redirect sends to another site; they replace
 *     headers of ours of the same name
 * @param digests whether the SHA-256 of each written file is wanted, which costs time
 * @param maxBytes largest accepted body in bytes, at least 1
 * @param maxPixels largest accepted width times height, at least 1
 * @param checks what to do about faults that cannot reach the pixels of an image
 */
public record DownloadSettings(
        ImageSource source,
        Path directory,
        ReencodeMode reencode,
        ExistingFilePolicy existing,
        ConnectionSettings connect,
        Duration timeout,
        String userAgent,
        List<Header> headers,
        boolean digests,
        int maxBytes,
        long maxPixels,
        Checks checks) {
    /** Default of {@link #timeout}. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Default of {@link #maxBytes}: 32 MiB. */
    public static final int MAX_BYTES = 32 << 20;

    /** Default of {@link #maxPixels}: 50 megapixels. */
    public static final long MAX_PIXELS = 50_000_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a value is out of its range
     */
    public DownloadSettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout must be longer than 0");
        }
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException("a size limit must be at least 1");
        }
        headers = List.copyOf(headers);
        directory = directory.toAbsolutePath();
    }
}
