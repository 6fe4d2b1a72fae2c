package pokemon.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of temporary files, which tell whose they are: {@code .pokemon-<origin>-<process id>-<its
 * start>-<token>-<number>.tmp}, the start in clock ticks since the system's (proc_pid_stat(5)), or 0 where that is not
 * known. Other clocks can be set while a process runs.
 *
 * <p>A file of this {@linkplain Origin origin} whose process is gone is an orphan. The start tells apart a process that
 * was given the same id later. Process ids of another host or container mean nothing here, so a file from there is an
 * orphan only when it is hours old; so is one of earlier versions, whose names have no origin.
 */
record TemporaryFile(String origin, long pid, long startTicks) {
    private static final Pattern NAME = Pattern.compile(
            "\\.pokemon-(?:([0-9a-f]{8})-)?([0-9]{1,10})-([0-9]{1,15})(?:-[0-9a-f]{16})?-[0-9]{1,19}\\.tmp");

    /** The number of the field of /proc/PID/stat that tells when a process started. */
    private static final int START = 22;

    private static final TemporaryFile OWN = of(ProcessHandle.current());

    /** Keeps strangers from occupying the next names in a shared directory. */
    private static final String TOKEN = Origin.randomToken();

    /** No attempt at an image takes as long. */
    private static final Duration FOREIGN_ORPHAN_AGE = Duration.ofHours(6);

    static TemporaryFile of(ProcessHandle process) {
        return new TemporaryFile(Origin.OWN, process.pid(), startTicks(process.pid()));
    }

    private static long startTicks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            // The second field is the name of the program, which may hold anything, and the start is the twenty-second.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[START - 3]);
        } catch (IOException e) {
            // Gone meanwhile, or not Linux.
            return 0;
        }
    }

    /** Returns a name that no other process and no other call uses. */
    static String name(long number) {
        return OWN.withNumber(number);
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

    /** Returns whether nobody is going to finish a file that was last written at a time. */
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
            // Another user's, in a shared directory such as /tmp: theirs to remove, and no harm to this run. Or it was
            // finished by its owner meanwhile.
            return;
        }
    }
}
