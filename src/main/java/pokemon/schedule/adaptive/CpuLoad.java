package pokemon.schedule.adaptive;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** The load of the processors of this machine, whatever runs on it. */
public final class CpuLoad implements DoubleSupplier {
    /** Returns the used share of all processors' time since the last call, 0 to 1; 0 when unknown. */
    @Override
    public double getAsDouble() {
        double load =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getCpuLoad();
        return load >= 0 ? load : 0;
    }
}
