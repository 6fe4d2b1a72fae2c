package pokemon.experiment.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What else the machine is doing. */
public final class BackgroundLoad {
    private static final long WATCH_MILLIS = 800;

    private BackgroundLoad() {}

    /**
     * Watches the processors for a moment in which this program does nothing.
     *
     * @return the share of all processors that others used, 0 to 1; NaN when the system does not tell
     */
    public static double othersShare() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return Double.NaN;
        }
        // Each call tells about the time since the call before.
        double ignored = system.getCpuLoad() + system.getProcessCpuLoad();
        try {
            Thread.sleep(WATCH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
        double all = system.getCpuLoad();
        double own = system.getProcessCpuLoad();
        boolean told = all >= 0 && own >= 0 && !Double.isNaN(ignored);
        return told ? Math.max(0, all - own) : Double.NaN;
    }
}
