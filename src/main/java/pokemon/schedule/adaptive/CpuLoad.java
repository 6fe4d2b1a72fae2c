package pokemon.schedule.adaptive;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** How busy the processors of this machine are, by whatever runs on it. */
public final class CpuLoad implements DoubleSupplier {
    /**
     * Returns the part of all processors' time that was used since the last call, 0 to 1; 0 where the system does not
     * say.
     */
    @Override
    public double getAsDouble() {
        double load =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getCpuLoad();
        return load >= 0 ? load : 0;
    }
}
