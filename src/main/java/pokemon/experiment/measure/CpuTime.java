package pokemon.experiment.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU time outside and inside of the kernel, in seconds. Unknown values are NaN. */
public record CpuTime(double user, double system) {
    public static final CpuTime NONE = new CpuTime(0, 0);
    private static final CpuTime UNKNOWN = new CpuTime(Double.NaN, Double.NaN);

    /** Linux counts in hundredths of a second for all programs. */
    private static final double TICKS_PER_SECOND = 100;

    private static final Path STAT = Path.of("/proc/self/stat");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Returns the CPU time of this JVM and of the children that it has waited for, from Linux's {@code /proc}
     * (proc(5)), to 0.01 s; unknown elsewhere.
     */
    static CpuTime ofProcess() {
        try {
            String stat = Files.readString(STAT);
            // The name of the program, in brackets, may hold blanks.
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return new CpuTime(ticks(fields, 11) + ticks(fields, 13), ticks(fields, 12) + ticks(fields, 14));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static double ticks(List<String> fields, int index) {
        return Long.parseLong(fields.get(index)) / TICKS_PER_SECOND;
    }

    /** Returns the CPU time of the calling thread. Some systems know its parts to 0.01 s only, and their sum better. */
    public static CpuTime ofThread() {
        if (!THREADS.isCurrentThreadCpuTimeSupported()) {
            return UNKNOWN;
        }
        double user = THREADS.getCurrentThreadUserTime() / 1e9;
        return new CpuTime(user, THREADS.getCurrentThreadCpuTime() / 1e9 - user);
    }

    public CpuTime plus(CpuTime other) {
        return new CpuTime(user + other.user, system + other.system);
    }

    /**
     * Returns the time from another until this one. Neither part is negative, also where the parts are known to 0.01 s
     * only.
     */
    public CpuTime since(CpuTime before) {
        double all = user + system - before.user - before.system;
        double outside = Math.max(0, Math.min(all, user - before.user));
        return new CpuTime(nanoseconds(outside), nanoseconds(all - outside));
    }

    /** Rounds to nanoseconds, since a difference of two equal times may be 4e-16 s in floating point. */
    private static double nanoseconds(double seconds) {
        return Math.rint(seconds * 1e9) / 1e9;
    }
}
