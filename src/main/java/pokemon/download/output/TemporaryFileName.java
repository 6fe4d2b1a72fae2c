package pokemon.download.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The name of a temporary file, which identifies its owner: {@code .pokemon-<origin>-<process id>-<start of the
 * process>-<token>-<number>.tmp}. The origin is the scope of process ids: a running system, and on Linux one of its PID
 * namespaces (pid_namespaces(7)). Each container has its own. The start is in clock ticks since the system's
 * (proc_pid_stat(5)), because other clocks can be set while a process runs; 0 where it is unknown.
 *
 * <p>A file of this origin whose process is gone is an orphan. The start identifies a later process with the same id.
 * Process ids of another host or container mean nothing here, so a file from there is an orphan only after hours. The
 * same holds for files of earlier versions, whose names have no origin.
 */
record TemporaryFileName(String origin, long pid, long startTicks) {
    private static final Pattern NAME = Pattern.compile(
            "\\.pokemon-(?:([0-9a-f]{8})-)?([0-9]{1,10})-([0-9]{1,15})(?:-[0-9a-f]{16})?-[0-9]{1,19}\\.tmp");

    /** The origin of this process, eight hexadecimal digits. */
    static final String OWN_ORIGIN = hash(describeOrigin());

    private static final TemporaryFileName OWN = of(ProcessHandle.current());

    /** Keeps other users from occupying the next names in a shared directory. */
    private static final String TOKEN = randomToken();

    private static final AtomicLong SEQUENCE = new AtomicLong();

    /** Longer than any attempt at an image. */
    private static final Duration FOREIGN_ORPHAN_AGE = Duration.ofHours(6);

    private static String describeOrigin() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException e) {
            // Not Linux, or no /proc: no namespaces are visible, and hosts differ in these.
            return System.getenv().getOrDefault("HOSTNAME", System.getenv("COMPUTERNAME"))
                    + System.getProperty("user.home")
                    + System.getProperty("user.dir");
        }
    }

    private static String hash(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

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

    static TemporaryFileName of(ProcessHandle process) {
        return new TemporaryFileName(OWN_ORIGIN, process.pid(), startTicks(process.pid()));
    }

    private static long startTicks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            // Field 22 is the start. The second one is the name of the program, which may hold blanks and brackets.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[22 - 3]);
        } catch (IOException e) {
            // Gone meanwhile, or not Linux.
            return 0;
        }
    }

    /** Returns a name that no other process and no other call uses. */
    static String nextName() {
        return OWN.withNumber(SEQUENCE.incrementAndGet());
    }

    String withNumber(long number) {
        return ".pokemon-" + origin + "-" + pid + "-" + startTicks + "-" + TOKEN + "-" + number + ".tmp";
    }

    static Optional<TemporaryFileName> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String origin = matcher.group(1) == null ? "" : matcher.group(1);
        long pid = Long.parseLong(matcher.group(2));
        return Optional.of(new TemporaryFileName(origin, pid, Long.parseLong(matcher.group(3))));
    }

    /** Returns whether a file that was last written at a time will never be finished. */
    boolean isOrphan(Instant written, Instant now) {
        return origin.equals(OWN_ORIGIN)
                ? isOwnerGone()
                : written.plus(FOREIGN_ORPHAN_AGE).isBefore(now);
    }

    private boolean isOwnerGone() {
        if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            return true;
        }
        long start = startTicks(pid);
        return start != 0 && startTicks != 0 && start != startTicks;
    }

    /** Returns whether a process of this origin wrote the file. */
    boolean isOf(long process) {
        return origin.equals(OWN_ORIGIN) && pid == process;
    }
}
