package pokemon.download.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The owner of a temporary file, as its name tells: {@code .pokemon-<origin>-<process id>-<start of the
 * process>-<token>-<number>.tmp}. The start is in clock ticks since the system's (proc_pid_stat(5)), because other
 * clocks can be set while a process runs; 0 where it is unknown.
 *
 * <p>A file of this {@linkplain Origin origin} whose process is gone is an orphan. The start identifies a later process
 * with the same id. Process ids of another host or container mean nothing here, so a file from there is an orphan only
 * after hours. The same holds for files of earlier versions, whose names have no origin.
 */
record TemporaryFile(String origin, long pid, long startTicks) {
    private static final Pattern NAME = Pattern.compile(
            "\\.pokemon-(?:([0-9a-f]{8})-)?([0-9]{1,10})-([0-9]{1,15})(?:-[0-9a-f]{16})?-[0-9]{1,19}\\.tmp");

    /** The number of the field of /proc/PID/stat with the start of a process. */
    private static final int START = 22;

    private static final TemporaryFile OWN = of(ProcessHandle.current());

    /** Keeps other users from occupying the next names in a shared directory. */
    private static final String TOKEN = randomToken();

    private static final AtomicLong SEQUENCE = new AtomicLong();

    /** Longer than any attempt at an image. */
    private static final Duration FOREIGN_ORPHAN_AGE = Duration.ofHours(6);

    /** Returns sixteen unpredictable hexadecimal digits. */
    private static String randomToken() {
        byte[] bytes = new byte[8];
        // The JDK's own generators take several times as long to load.
        try (InputStream random = Files.newInputStream(Path.of("/dev/urandom"))) {
            random.readNBytes(bytes, 0, bytes.length);
        } catch (IOException e) {
            // This system has no such device.
            new SecureRandom().nextBytes(bytes);
        }
        return HexFormat.of().formatHex(bytes);
    }

    static TemporaryFile of(ProcessHandle process) {
        return new TemporaryFile(Origin.OWN, process.pid(), startTicks(process.pid()));
    }

    private static long startTicks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            // The second field is the name of the program, which may hold blanks and brackets.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[START - 3]);
        } catch (IOException e) {
            // Gone meanwhile, or not Linux.
            return 0;
        }
    }

    /** Returns a name that no other process and no other call uses. */
    static String nextName() {
        return OWN.withNumber(SEQUENCE.incrementAndGet());
    }

    /** Returns the name of a file of this owner. */
    String withNumber(long number) {
        return ".pokemon-" + origin + "-" + pid + "-" + startTicks + "-" + TOKEN + "-" + number + ".tmp";
    }

    static Optional<TemporaryFile> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new TemporaryFile(
                        matcher.group(1) == null ? "" : matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /** Returns whether a file that was last written at a time will never be finished. */
    boolean isOrphan(Instant written, Instant now) {
        return origin.equals(Origin.OWN)
                ? isOwnerGone()
                : written.plus(FOREIGN_ORPHAN_AGE).isBefore(now);
    }

    private boolean isOwnerGone() {
        Optional<TemporaryFile> owner =
                ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(TemporaryFile::of);
        return owner.isEmpty()
                || (owner.get().startTicks != 0 && startTicks != 0 && owner.get().startTicks != startTicks);
    }

    /** Decides about a file. */
    @FunctionalInterface
    private interface Condition {
        boolean holds(TemporaryFile owner, Path file) throws IOException;
    }

    static void removeOrphans(Path directory) throws IOException {
        Instant now = Instant.now();
        remove(
                directory,
                (owner, file) -> owner.isOrphan(
                        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                .toInstant(),
                        now));
    }

    static void removeOf(Path directory, long pid) throws IOException {
        remove(directory, (owner, file) -> owner.origin.equals(Origin.OWN) && owner.pid == pid);
    }

    private static void remove(Path directory, Condition condition) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".pokemon-*.tmp")) {
            for (Path file : files) {
                Optional<TemporaryFile> owner = parse(file.getFileName().toString());
                if (owner.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    removeIfAllowed(owner.get(), file, condition);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeIfAllowed(TemporaryFile owner, Path file, Condition condition) throws IOException {
        try {
            if (condition.holds(owner, file)) {
                Files.deleteIfExists(file);
            }
        } catch (FileSystemException e) {
            // It belongs to another user, in a shared directory such as /tmp, or its owner finished it meanwhile.
            return;
        }
    }
}
