package pokemon.report;

import java.util.Optional;

/**
 * What a measurement was made on.
 *
 * @param name name of the machine, "unknown" when it does not tell
 * @param os name and version of the operating system
 * @param arch processor architecture as Java names it
 * @param cores processors that the JVM may use
 * @param jvm name and version of the JVM
 */
public record Host(String name, String os, String arch, int cores, String jvm) {
    /** Returns the host that this JVM runs on, without asking any name server. */
    public static Host current() {
        String name = Optional.ofNullable(System.getenv("HOSTNAME"))
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .orElse("unknown");
        return new Host(
                name,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }
}
