package pokemon.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import pokemon.directory.OutputFile;
import pokemon.download.connect.BandwidthLimit;
import pokemon.download.connect.HttpClients;
import pokemon.download.http.EntityTags;
import pokemon.download.http.Fetcher;
import pokemon.download.outcome.DownloadException;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.outcome.Shortage;
import pokemon.download.output.ImageFileWriter;
import pokemon.download.output.OutputDirectory;
import pokemon.download.trace.AttemptTrace;
import pokemon.download.trace.Phase;
import pokemon.png.ImageKind;
import pokemon.png.PngFile;
import pokemon.png.chunk.BadImageException;
import pokemon.png.convert.PngReencoder;

/**
 * Downloads images: fetches, checks, re-encodes and publishes. Safe for use by many threads at once, and the same in a
 * thread and in a child JVM.
 */
public final class ImageDownloader implements Downloader {
    private final DownloadSettings settings;
    private final BandwidthLimit bandwidth = new BandwidthLimit();
    private final Fetcher fetcher;
    private final OutputDirectory directory;
    private final ImageFileWriter writer;

    /** Shares the HTTP client of this JVM, and fails when the trusted authorities cannot be read. */
    public ImageDownloader(DownloadSettings settings) throws IOException {
        this.settings = settings;
        // A client that cannot be made is a failure of every image, which is to be known before the first.
        HttpClients.get(settings.request().connection(), Optional.empty());
        this.fetcher = new Fetcher(settings.request(), Clock.systemUTC(), bandwidth);
        this.directory = new OutputDirectory(settings.directory());
        this.writer = new ImageFileWriter(directory, settings.digests());
    }

    @Override
    public Outcome download(int id, AttemptTrace trace) throws InterruptedException {
        try {
            URI uri = settings.source().uri(id);
            Optional<Instant> keptFrom = settings.existing() == ExistingFilePolicy.REPLACE
                    ? Optional.empty()
                    : directory.timeOfCompleteFile(id, settings.conversion().maxPixels());
            if (settings.existing() == ExistingFilePolicy.KEEP && keptFrom.isPresent()) {
                return Outcome.Skipped.COMPLETE;
            }
            Optional<Fetcher.Validator> kept =
                    keptFrom.map(time -> new Fetcher.Validator(time, EntityTags.read(directory.file(id), uri)));
            Optional<Fetcher.Body> body = fetcher.fetch(uri, kept, trace);
            return body.isPresent()
                    ? publish(id, uri, body.get(), trace)
                    : new Outcome.Skipped("not modified since it was saved");
        } catch (DownloadException e) {
            return e.failure();
        } catch (OutOfMemoryError e) {
            return new Outcome.Failed(FailureKind.EXHAUSTED, Shortage.of(e).orElseThrow());
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Outcome.Failed(
                    FailureKind.PERMANENT, "this Java cannot load what the image needs: " + cause.getMessage());
        } catch (StackOverflowError | AssertionError | InternalError e) {
            return new Outcome.Failed(FailureKind.DEFECT, e.toString());
        }
    }

    private Outcome publish(int id, URI uri, Fetcher.Body body, AttemptTrace trace)
            throws DownloadException, InterruptedException {
        Converted converted;
        try {
            converted = convert(body, trace);
        } catch (BadImageException e) {
            throw new DownloadException(kindOf(e, body), e.getMessage());
        } catch (IOException e) {
            // An ImageMemoryException: nothing else is read or written here.
            throw new DownloadException(FailureKind.EXHAUSTED, e.getMessage());
        }
        Consumer<Path> label = file -> body.entityTag().ifPresent(tag -> EntityTags.write(file, uri, tag));
        long begin = System.nanoTime();
        try {
            Optional<Instant> time = settings.dated() ? body.lastModified() : Optional.empty();
            return writer.publish(id, converted.content, time, label).forgiving(converted.forgiven);
        } finally {
            trace.add(Phase.WRITE, System.nanoTime() - begin);
        }
    }

    private static FailureKind kindOf(BadImageException refusal, Fetcher.Body body) {
        if (!body.delimited()) {
            // Without an announced end, a connection that broke looks like the end of a damaged image.
            return FailureKind.TRANSIENT;
        }
        return refusal.isDamage() ? FailureKind.DAMAGED : FailureKind.PERMANENT;
    }

    /** An image as it is to be written, and the faults that are left out. */
    private record Converted(OutputFile.Content content, Optional<String> forgiven) {}

    private Converted convert(Fetcher.Body body, AttemptTrace trace) throws IOException {
        long begin = System.nanoTime();
        byte[] bytes = body.bytes().array();
        int length = body.bytes().limit();
        ConversionSettings conversion = settings.conversion();
        if (ImageKind.of(bytes, length) != ImageKind.PNG) {
            byte[] png = PngReencoder.reencode(bytes, length, conversion.maxPixels());
            trace.add(Phase.REENCODE, System.nanoTime() - begin);
            return new Converted(whole(png), Optional.empty());
        }
        boolean always = conversion.reencode() == ReencodeMode.ALWAYS;
        PngFile png = PngFile.verify(bytes, length, conversion.maxPixels(), conversion.checks(), always);
        long checked = System.nanoTime();
        trace.add(Phase.CHECK, checked - begin);
        if (!always && png.isPlain()) {
            return new Converted(png::writeTo, png.forgiven());
        }
        byte[] written = PngReencoder.reencode(png);
        trace.add(Phase.REENCODE, System.nanoTime() - checked);
        return new Converted(whole(written), png.forgiven());
    }

    private static OutputFile.Content whole(byte[] bytes) {
        return out -> out.write(bytes);
    }

    @Override
    public void limit(long bytesPerSecond) {
        bandwidth.set(bytesPerSecond);
    }

    @Override
    public void abandon() {
        try {
            writer.seal();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
