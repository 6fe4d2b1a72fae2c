package pokemon.download;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of temporary files, which tell whose they are: {@code .pokemon-<process id>-<its start>-<number>.tmp}, the
 * start in milliseconds since 1970.
 *
 * <p>A file whose process is gone is an orphan. The start tells apart a process that was given the same id later.
 */
record TemporaryFile(long pid, long startMillis) {
    private static final Pattern NAME = Pattern.compile("\\.pokemon-([0-9]{1,10})-([0-9]{1,15})-[0-9]{1,19}\\.tmp");
    private static final TemporaryFile OWN = of(ProcessHandle.current());

    /** Systems tell the start of a process with a granularity of a clock tick up to a second. */
    private static final long START_TOLERANCE_MILLIS = 10_000;

    private static TemporaryFile of(ProcessHandle process) {
        return new TemporaryFile(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Returns a name that no other process and no other call uses. */
    static String name(long number) {
        return ".pokemon-" + OWN.pid + "-" + OWN.startMillis + "-" + number + ".tmp";
    }

    static Optional<TemporaryFile> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new TemporaryFile(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    boolean isOrphan() {
        Optional<TemporaryFile> owner =
                ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(TemporaryFile::of);
        return owner.isEmpty()
                || (owner.get().startMillis != 0
                        && startMillis != 0
                        && Math.abs(owner.get().startMillis - startMillis) > START_TOLERANCE_MILLIS);
    }

    static void removeOrphans(Path directory) throws IOException {
        remove(directory, TemporaryFile::isOrphan);
    }

    static void removeOf(Path directory, long pid) throws IOException {
        remove(directory, file -> file.pid == pid);
    }

    private static void remove(Path directory, Predicate<TemporaryFile> condition) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".pokemon-*.tmp")) {
            for (Path file : files) {
                boolean ours = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                if (ours
                        && parse(file.getFileName().toString())
                                .filter(condition)
                                .isPresent()) {
                    removeIfAllowed(file);
                }
            }
        }
    }

    private static void removeIfAllowed(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (FileSystemException e) {
            // Another user's, in a shared directory such as /tmp: theirs to remove, and no harm to this run.
            return;
        }
    }
}
