package pokemon.download.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The scope of process ids: a running system, and on Linux one of its PID namespaces (pid_namespaces(7)). Each
 * container has its own.
 */
final class Origin {
    /** The origin of this process, eight hexadecimal digits. */
    static final String OWN = hash(describe());

    private Origin() {}

    private static String describe() {
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
}
