package pokemon.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * Where process ids mean the same: a running system, and on Linux a PID namespace of it (pid_namespaces(7)). Containers
 * have one each.
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
            // Not Linux, or no /proc: there are no namespaces then, or none to be seen, and hosts differ in this.
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

    /** Returns sixteen hexadecimal digits that nobody can predict. */
    static String randomToken() {
        byte[] bytes = new byte[8];
        // The JDK's own generators take several times as long to load.
        try (InputStream random = Files.newInputStream(Path.of("/dev/urandom"))) {
            random.readNBytes(bytes, 0, bytes.length);
        } catch (IOException e) {
            // No such device on this system.
            new SecureRandom().nextBytes(bytes);
        }
        return HexFormat.of().formatHex(bytes);
    }
}
