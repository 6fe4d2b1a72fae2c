package pokemon.report;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The machine and the JVM of a measurement.
 *
 * @param name name of the machine, "unknown" when it has none
 * @param os name and version of the operating system
 * @param arch processor architecture as Java names it
 * @param cores processors that the JVM may use
 * @param jvm name and version of the JVM
 */
public record Host(String name, String os, String arch, int cores, String jvm) {
    /** The file with the name of the machine on Linux. */
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private static String machine() {
        try {
            // Shells set HOSTNAME, but do not export it.
            return Files.isReadable(KERNEL)
                    ? Files.readString(KERNEL).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }

    public static Host current() {
        return new Host(
                Optional.ofNullable(System.getenv("HOSTNAME"))
                        .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                        .orElseGet(Host::machine),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }
}
