package pokemon.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class ResourceMeterTest {
    private static long cpuMillis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** A child JVM that computes for half a second of CPU time and holds 64 MB until it ends. */
    public static final class Busy {
        private Busy() {}

        public static void main(String[] args) throws IOException {
            byte[] held = new byte[64 << 20];
            Arrays.fill(held, (byte) 1);
            long until = cpuMillis(ProcessHandle.current()) + 500;
            while (cpuMillis(ProcessHandle.current()) < until) {
                held[0]++;
            }
            // Until the parent has looked.
            int end = System.in.read();
            System.exit(end + held[1] > 0 ? 1 : 0);
        }
    }

    @Test
    void equalTimesDifferByNothing() {
        for (int ticks = 0; ticks < 1_000; ticks++) {
            CpuTime before = new CpuTime(ticks / 100.0, 0.07);
            CpuTime after = new CpuTime((ticks + 2) / 100.0, 0.07);
            assertEquals(new CpuTime(0.02, 0), after.since(before), "after " + ticks + " ticks");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void countsTheCpuTimeAndTheMemoryOfChildren() throws Exception {
        ResourceMeter.Measured<Integer> measured = ResourceMeter.measure(() -> {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Busy.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            ProcessHandle handle = child.toHandle();
            // Several samples are taken while it computes.
            while (cpuMillis(handle) < 500) {
                Thread.onSpinWait();
            }
            child.getOutputStream().close();
            assertTrue(child.waitFor(1, TimeUnit.MINUTES));
            return child.exitValue();
        });
        assertEquals(0, measured.result());
        ResourceUsage usage = measured.usage();
        assertTrue(usage.cpuSeconds() >= 0.5, usage::toString);
        assertTrue(usage.addedBytes() > 64e6, usage::toString);
        assertTrue(usage.peakBytes() > usage.addedBytes(), usage::toString);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void countsTheCpuTimeOfThisJvm() throws Exception {
        long nanos = 300_000_000;
        ResourceUsage usage = ResourceMeter.measure(() -> {
                    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                    long until = threads.getCurrentThreadCpuTime() + nanos;
                    while (threads.getCurrentThreadCpuTime() < until) {
                        Thread.onSpinWait();
                    }
                    return 0;
                })
                .usage();
        assertTrue(usage.cpuSeconds() >= 0.28, usage::toString);
    }

    @Test
    @DisabledOnOs(OS.LINUX)
    void knowsNothingElsewhere() throws Exception {
        assertEquals(ResourceUsage.UNKNOWN, ResourceMeter.measure(() -> 0).usage());
    }
}
