package pokemon.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import pokemon.directory.IoErrors;
import pokemon.png.PngFile;
import pokemon.png.chunk.Checks;

/**
 * Where images are published: an image appears under its name as a whole or not at all.
 *
 * <p>It is written to a temporary sibling and renamed. The rename replaces whatever stands under the name, a planted
 * symbolic link included, and never follows it. Any number of runs may publish into the same directory.
 */
public final class OutputDirectory {
    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final Duration SEAL_LIMIT = Duration.ofMillis(200);

    private final Path path;
    private final Set<Path> unfinished = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock sealing = new ReentrantReadWriteLock();
    private volatile boolean sealed;
    private final FileTimes fileTimes;

    /** Writes the bytes of one image. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Sets the modification time of a file. */
    @FunctionalInterface
    interface FileTimes {
        void set(Path file, FileTime time) throws IOException;
    }

    /** Makes the directory object without touching the disk. */
    public OutputDirectory(Path path) {
        this(path, Files::setLastModifiedTime);
    }

    OutputDirectory(Path path, FileTimes fileTimes) {
        this.path = path;
        this.fileTimes = fileTimes;
    }

    /**
     * Creates the directory when it is missing, makes sure that files can be written there and removes what killed runs
     * left behind.
     *
     * @throws IOException when images cannot be written there; the message says why
     */
    public void prepare() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IOException(path + " is not a directory");
        }
        try {
            Files.createDirectories(path);
            // Asking for permissions is not enough: file systems may be read-only, and root may do everything.
            Path probe = temporary();
            Files.createFile(probe);
            Files.delete(probe);
        } catch (IOException e) {
            throw new IOException("cannot write to " + path + ": " + IoErrors.reason(e), e);
        }
        try {
            TemporaryFile.removeOrphans(path);
        } catch (IOException e) {
            // Such as a directory that may be written but not listed. What a killed run left there harms no image.
            return;
        }
    }

    /** Returns where the image of an id stands once it is published. */
    public Path file(int id) {
        return path.resolve(ImageSource.digits(id) + ".png");
    }

    /**
     * Returns the modification time of the file of an id, or nothing when it is missing or no complete image.
     *
     * <p>The checks are strict: what was saved has no fault. A symbolic link to a complete image counts, as in stores
     * that keep images elsewhere. Only writing replaces it.
     *
     * @param maxPixels most pixels that are accepted, width times height
     */
    public Optional<Instant> timeOfCompleteFile(int id, long maxPixels) {
        Path file = file(id);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            PngFile.read(file, maxPixels, Checks.STRICT);
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            // Damaged or unreadable: it is to be downloaded anew. If that fails too, its outcome says why.
            return Optional.empty();
        }
    }

    /**
     * Publishes an image.
     *
     * @param lastModified the time that the file is to have
     * @param digests whether the SHA-256 of the file is wanted
     * @return what was written
     * @throws DownloadException when it cannot be written; what stood under the name still stands there
     * @throws InterruptedException when the directory was {@linkplain #seal sealed} meanwhile
     */
    Outcome.Saved publish(int id, Content content, Optional<Instant> lastModified, boolean digests)
            throws DownloadException, InterruptedException {
        return publish(id, content, lastModified, digests, file -> {});
    }

    /**
     * Does the same.
     *
     * @param label is given the complete file before it gets its name
     */
    Outcome.Saved publish(
            int id, Content content, Optional<Instant> lastModified, boolean digests, Consumer<Path> label)
            throws DownloadException, InterruptedException {
        try {
            return publishOnce(id, content, lastModified, digests, label);
        } catch (TemporaryLostException e) {
            // Removed by somebody who took it for an orphan, or occupied: another name may fare better.
            try {
                return publishOnce(id, content, lastModified, digests, label);
            } catch (TemporaryLostException again) {
                throw unwritable(again.reason);
            }
        }
    }

    /** The temporary file was removed or occupied by somebody else. */
    private static final class TemporaryLostException extends Exception {
        private static final long serialVersionUID = 1;

        private final FileSystemException reason;

        TemporaryLostException(FileSystemException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private Outcome.Saved publishOnce(
            int id, Content content, Optional<Instant> lastModified, boolean digests, Consumer<Path> label)
            throws DownloadException, TemporaryLostException, InterruptedException {
        Path temporary = temporary();
        boolean published = false;
        try {
            Outcome.Saved saved = write(temporary, content, lastModified, digests);
            label.accept(temporary);
            unsealed(() -> rename(temporary, file(id)));
            published = true;
            return saved;
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            throw new TemporaryLostException(e);
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            // A file that somebody else created under this name is theirs.
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
     * Lets nothing more be published by this object, and removes its temporary files. Steps that are under way are
     * waited for, but no longer than a limit.
     *
     * @throws InterruptedException when the calling thread is interrupted; then nothing is sealed
     */
    void seal() throws InterruptedException {
        boolean locked = sealing.writeLock().tryLock(SEAL_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        sealed = true;
        if (locked) {
            sealing.writeLock().unlock();
        }
        unfinished.forEach(OutputDirectory::removeIfPossible);
    }

    private static void removeIfPossible(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The next run removes it as an orphan.
            return;
        }
    }

    private DownloadException unwritable(IOException e) {
        Optional<String> shortage = Shortage.of(e);
        return shortage.isPresent()
                ? new DownloadException(FailureKind.EXHAUSTED, shortage.get())
                : new DownloadException(FailureKind.UNWRITABLE, "cannot write to " + path + ": " + IoErrors.reason(e));
    }

    private Outcome.Saved write(Path temporary, Content content, Optional<Instant> lastModified, boolean digests)
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

    /** Gives a file the time of the server, and returns why that is not possible. CIFS and FUSE mounts may refuse. */
    private Optional<String> setTime(Path file, Instant time) {
        try {
            fileTimes.set(file, FileTime.from(time));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("file times cannot be set in " + path + ": " + IoErrors.reason(e));
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
        try {
            // REPLACE_EXISTING would delete an empty directory of that name.
            return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // The temporary file is gone.
            throw e;
        } catch (IOException e) {
            // What is in the way is a matter of this one name, unlike a full disk.
            throw new DownloadException(FailureKind.PERMANENT, "cannot replace " + file + ": " + IoErrors.reason(e));
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

    /** Removes the temporary files of a process that is known to be dead. */
    public void removeTemporariesOf(long pid) throws IOException {
        TemporaryFile.removeOf(path, pid);
    }

    private Path temporary() {
        return path.resolve(TemporaryFile.name(SEQUENCE.incrementAndGet()));
    }
}
