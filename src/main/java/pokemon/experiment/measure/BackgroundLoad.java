package pokemon.experiment.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import pokemon.experiment.plan.CancellationToken;

/** The CPU load of other programs. */
public final class BackgroundLoad {
    private static final long SAMPLE_MILLIS = 800;

    private BackgroundLoad() {}

    /**
     * Samples the CPU load for a moment in which this program does nothing.
     *
     * @return the share of all processors that other programs use, 0 to 1; NaN when unknown or after a stop
     */
    public static double othersShare(CancellationToken stop) {
        if (stop.isRequested()
                || !(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return Double.NaN;
        }
        // Each call returns the load since the call before.
        double ignored = system.getCpuLoad() + system.getProcessCpuLoad();
        try {
            Thread.sleep(SAMPLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
        double all = system.getCpuLoad();
        double own = system.getProcessCpuLoad();
        boolean known = all >= 0 && own >= 0 && !Double.isNaN(ignored);
        return known ? Math.max(0, all - own) : Double.NaN;
    }
}
