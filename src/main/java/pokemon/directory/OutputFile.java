package pokemon.directory;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file that somebody names as output, such as a report.
 *
 * <p>A regular file appears atomically: its content goes to a temporary sibling, which is renamed. Links are followed,
 * and permissions stay. A file in a directory that cannot be written is written in place. Anything else, such as a
 * FIFO, a terminal or a descriptor, is written once, in order, and never truncated, replaced or removed.
 */
public final class OutputFile {
    public static final int STANDARD_OUTPUT = 1;
    public static final int STANDARD_ERROR = 2;

    private static final int MAX_LINKS = 40;
    private static final Pattern DESCRIPTOR = Pattern.compile("[0-9]{1,6}");
    private static final Pattern DIRECTORY_CLOSED =
            Pattern.compile("Operation not permitted|Read-only file system|Device or resource busy");

    private final Path named;

    /** Writes the content; called again when the first try leaves nothing behind. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Makes the object without touching the disk. */
    public OutputFile(Path named) {
        this.named = named;
    }

    /** Returns the number of the descriptor of this process that the name stands for, such as 1 for /dev/stdout. */
    public OptionalInt descriptor() {
        Path path = named.toAbsolutePath().normalize();
        for (int links = 0; links < MAX_LINKS; links++) {
            String name = String.valueOf(path.getFileName());
            if (DESCRIPTOR.matcher(name).matches() && isDirectoryOfDescriptors(path.getParent())) {
                return OptionalInt.of(Integer.parseInt(name));
            }
            Optional<Path> next = linkTarget(path);
            if (next.isEmpty()) {
                return OptionalInt.empty();
            }
            path = next.get();
        }
        return OptionalInt.empty();
    }

    private static boolean isDirectoryOfDescriptors(Path directory) {
        return isSame(directory, Path.of("/proc/self/fd")) || isSame(directory, Path.of("/dev/fd"));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.toRealPath().equals(other.toRealPath());
        } catch (IOException e) {
            // One of the two is not there.
            return false;
        }
    }

    private static Optional<Path> linkTarget(Path path) {
        try {
            return Files.isSymbolicLink(path)
                    ? Optional.of(path.resolveSibling(Files.readSymbolicLink(path)))
                    : Optional.empty();
        } catch (IOException e) {
            // Missing or unreadable: opening it reports the reason.
            return Optional.empty();
        }
    }

    /** Returns whether the name stands for a descriptor, a pipe or a device, so that writing may block. */
    public boolean isStream() {
        return descriptor().isPresent() || (Files.exists(named) && !Files.isRegularFile(named));
    }

    /**
     * Makes sure that the file can be written later. Leaves everything as it was.
     *
     * @throws IOException when it cannot; a {@link java.nio.file.NoSuchFileException} when its directory is missing
     */
    public void check() throws IOException {
        if (Files.isDirectory(named)) {
            throw new FileSystemException(named.toString(), null, "it is a directory");
        }
        if (isStream()) {
            if (!Files.exists(named)) {
                throw new FileSystemException(named.toString(), null, "it is not open");
            }
            if (!Files.isWritable(named)) {
                throw new AccessDeniedException(named.toString());
            }
        } else if (Files.exists(named)) {
            // Asking for permissions is not enough: file systems may be read-only, and root may do everything.
            Files.newOutputStream(named, StandardOpenOption.WRITE).close();
        } else {
            Path target = target();
            Files.createFile(target);
            Files.delete(target);
        }
    }

    /**
     * Writes the file.
     *
     * @throws FileSystemException when it cannot be written; a regular file then is what it was, unless it had to be
     *     written in place
     */
    public void write(Content content) throws FileSystemException {
        try {
            if (isStream()) {
                try (OutputStream out = stream()) {
                    content.writeTo(out);
                }
            } else {
                replace(target(), content);
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw (FileSystemException)
                    new FileSystemException(named.toString(), null, IoErrors.reason(e)).initCause(e);
        }
    }

    /** Returns the path of the file behind all links. The file need not exist. */
    private Path target() throws IOException {
        Path path = named.toAbsolutePath();
        int links = 0;
        for (Optional<Path> next = linkTarget(path); next.isPresent(); next = linkTarget(path)) {
            path = next.get();
            if (++links > MAX_LINKS) {
                throw new FileSystemException(named.toString(), null, "Too many levels of symbolic links");
            }
        }
        return path;
    }

    private void replace(Path target, Content content) throws IOException {
        boolean exists = Files.exists(target);
        if (exists) {
            // Through its name, so that the system's own rules for links and for read-only files hold.
            Files.newOutputStream(named, StandardOpenOption.WRITE).close();
        }
        Path temporary = target.resolveSibling(".pokemon-output-" + UUID.randomUUID() + ".tmp");
        try {
            Files.createFile(temporary);
        } catch (FileSystemException e) {
            if (exists && isDirectoryClosed(e)) {
                write(named, content, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                return;
            }
            throw new FileSystemException(named.toString(), null, IoErrors.reason(e));
        }
        // A signal may end this JVM in the middle.
        temporary.toFile().deleteOnExit();
        try {
            publish(temporary, target, content);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void publish(Path temporary, Path target, Content content) throws IOException {
        if (Files.exists(target)) {
            copyPermissions(target, temporary);
        }
        write(temporary, content, StandardOpenOption.WRITE);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(named.toString(), null, "it is no regular file any more");
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // A mount point, or somebody else's file in a sticky directory.
            if (!Files.exists(target) || !isDirectoryClosed(e)) {
                throw e;
            }
            write(named, content, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private static boolean isDirectoryClosed(FileSystemException e) {
        return e instanceof AccessDeniedException
                || DIRECTORY_CLOSED.matcher(IoErrors.reason(e)).find();
    }

    private static void copyPermissions(Path from, Path to) {
        try {
            PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
            PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
            view.setPermissions(old.permissions());
            view.setGroup(old.group());
            view.setOwner(old.owner());
        } catch (IOException | UnsupportedOperationException e) {
            // A courtesy: some file systems have no permissions, and only root gives files away.
            return;
        }
    }

    /**
     * Opens the file to write it bit by bit. A regular file begins anew.
     *
     * @throws IOException when it cannot be opened
     */
    public OutputStream open() throws IOException {
        return isStream() ? stream() : Files.newOutputStream(named);
    }

    /**
     * Opens a stream. The standard ones are used as they are: a descriptor of its own would begin at the start of the
     * file that they lead to, and each would overwrite what the other wrote.
     */
    private OutputStream stream() throws IOException {
        return switch (descriptor().orElse(-1)) {
            case STANDARD_OUTPUT -> new Shared(FileDescriptor.out);
            case STANDARD_ERROR -> new Shared(FileDescriptor.err);
            default -> Files.newOutputStream(named, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        };
    }

    /** A standard stream of this process, which stays open. */
    private static final class Shared extends FileOutputStream {
        Shared(FileDescriptor descriptor) {
            super(descriptor);
        }

        @Override
        public void close() {
            // Others write here, too.
        }
    }

    /**
     * Returns whether two names stand for the same regular file, whether it is there already or not. What is written to
     * a stream replaces nothing.
     */
    public static boolean isSameFile(Path one, Path other) {
        OutputFile first = new OutputFile(one);
        OutputFile second = new OutputFile(other);
        try {
            return !first.isStream() && !second.isStream() && first.place().equals(second.place());
        } catch (IOException e) {
            // Nothing can be written to one of them, which its check reports.
            return false;
        }
    }

    private Path place() throws IOException {
        Path target = target();
        return target.resolveSibling(".").toRealPath().resolve(target.getFileName());
    }

    private static void write(Path file, Content content, StandardOpenOption... how) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, how)) {
            content.writeTo(out);
        }
    }
}
