package pokemon.download.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import pokemon.directory.IoErrors;
import pokemon.directory.OutputFile;
import pokemon.directory.SystemKind;
import pokemon.download.outcome.DownloadException;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.outcome.Shortage;

/**
 * Writes the files of images and publishes them atomically.
 *
 * <p>An image is written to a temporary sibling, which is renamed. The rename replaces whatever stands under the name,
 * a planted symbolic link included, and never follows it. Any number of runs may publish into the same directory. Safe
 * for use by many threads at once.
 */
public final class ImageFileWriter {
    private static final Duration SEAL_LIMIT = Duration.ofMillis(200);

    /** Further attempts to rename a file on Windows, where a virus scanner may have it open. */
    private static final int MORE_RENAMES = 4;

    private static final int RENAME_PAUSE_MILLIS = 100;

    private final OutputDirectory directory;
    private final boolean digests;
    private final FileTimes fileTimes;
    private final Set<Path> unfinished = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock sealing = new ReentrantReadWriteLock();
    private volatile boolean sealed;

    @FunctionalInterface
    interface FileTimes {
        void set(Path file, FileTime time) throws IOException;
    }

    /** Makes a writer, which also computes SHA-256 if wanted, without touching the disk. */
    public ImageFileWriter(OutputDirectory directory, boolean digests) {
        this(directory, digests, Files::setLastModifiedTime);
    }

    ImageFileWriter(OutputDirectory directory, boolean digests, FileTimes fileTimes) {
        this.directory = directory;
        this.digests = digests;
        this.fileTimes = fileTimes;
    }

    /**
     * Publishes an image.
     *
     * @param lastModified the modification time for the file
     * @param label receives the complete file before it gets its name
     * @throws DownloadException when it cannot be written; what stood under the name still stands there
     * @throws InterruptedException when the writer was {@linkplain #seal sealed} meanwhile
     */
    public Outcome.Saved publish(
            int id, OutputFile.Content content, Optional<Instant> lastModified, Consumer<Path> label)
            throws DownloadException, InterruptedException {
        try {
            try {
                return publishOnce(id, content, lastModified, label);
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                // Another process removed the temporary file as an orphan, or occupied its name.
                return publishOnce(id, content, lastModified, label);
            }
        } catch (IOException e) {
            Optional<String> shortage = Shortage.of(e);
            String reason = shortage.orElse("cannot write to " + directory.path() + ": " + IoErrors.reason(e));
            throw new DownloadException(shortage.isPresent() ? FailureKind.EXHAUSTED : FailureKind.UNWRITABLE, reason);
        }
    }

    private Outcome.Saved publishOnce(
            int id, OutputFile.Content content, Optional<Instant> lastModified, Consumer<Path> label)
            throws IOException, DownloadException, InterruptedException {
        Path temporary = directory.path().resolve(TemporaryFileName.nextName());
        boolean published = false;
        try {
            Outcome.Saved saved = write(temporary, content, lastModified);
            label.accept(temporary);
            unsealed(() -> rename(temporary, directory.file(id)));
            published = true;
            return saved;
        } finally {
            // A file that another process created under this name is not removed.
            if (unfinished.remove(temporary) && !published) {
                remove(temporary);
            }
        }
    }

    /** A step towards a published image. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException, DownloadException;
    }

    private <T> T unsealed(Step<T> step) throws IOException, DownloadException, InterruptedException {
        sealing.readLock().lock();
        try {
            if (sealed) {
                throw new InterruptedException("the directory is sealed");
            }
            return step.take();
        } finally {
            sealing.readLock().unlock();
        }
    }

    /**
     * Stops all publishing by this object, and removes its temporary files. Waits for steps that are under way, up to a
     * limit.
     *
     * @throws InterruptedException when the calling thread is interrupted; then nothing is sealed
     */
    public void seal() throws InterruptedException {
        boolean locked = sealing.writeLock().tryLock(SEAL_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        sealed = true;
        if (locked) {
            sealing.writeLock().unlock();
        }
        unfinished.forEach(ImageFileWriter::removeIfPossible);
    }

    private static void removeIfPossible(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The next run removes it as an orphan.
            return;
        }
    }

    private Outcome.Saved write(Path temporary, OutputFile.Content content, Optional<Instant> lastModified)
            throws IOException, DownloadException, InterruptedException {
        Optional<MessageDigest> digest = digests ? Optional.of(sha256()) : Optional.empty();
        try (OutputStream file = unsealed(() -> create(temporary))) {
            content.writeTo(digest.<OutputStream>map(sum -> new DigestOutputStream(file, sum))
                    .orElse(file));
        }
        Optional<String> warning = lastModified.flatMap(time -> setTime(temporary, time));
        return new Outcome.Saved(
                Files.size(temporary),
                digest.map(sum -> HexFormat.of().formatHex(sum.digest())),
                warning,
                Optional.empty());
    }

    private OutputStream create(Path temporary) throws IOException {
        OutputStream file = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        unfinished.add(temporary);
        return file;
    }

    /** Gives a file the server's time, and returns why that is not possible. CIFS and FUSE mounts may refuse. */
    private Optional<String> setTime(Path file, Instant time) {
        try {
            fileTimes.set(file, FileTime.from(time));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("file times cannot be set in " + directory.path() + ": " + IoErrors.reason(e));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static Path rename(Path temporary, Path file) throws DownloadException, NoSuchFileException {
        for (int more = SystemKind.isWindows() ? MORE_RENAMES : 0; ; more--) {
            try {
                // REPLACE_EXISTING would delete an empty directory of that name.
                return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (more > 0 && pause()) {
                    continue;
                }
                if (more == 0 && e instanceof NoSuchFileException temporaryIsGone) {
                    throw temporaryIsGone;
                }
                // What is in the way concerns this one name, unlike a full disk.
                throw new DownloadException(
                        FailureKind.PERMANENT, "cannot replace " + file + ": " + IoErrors.reason(e));
            }
        }
    }

    /** Waits before another attempt, and returns whether nothing interrupted that. */
    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RENAME_PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void remove(Path temporary) throws DownloadException {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new DownloadException(
                    FailureKind.UNWRITABLE, "cannot remove " + temporary + ": " + IoErrors.reason(e));
        }
    }
}
