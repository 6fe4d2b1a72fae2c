package pokemon.experiment.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import pokemon.experiment.plan.TrialAttempts;

/**
 * Measures CPU time and memory of a trial, from Linux's {@code /proc} (proc(5)). On other systems everything is
 * unknown.
 *
 * <p>The CPU time of children counts when they have ended. Memory is sampled, so the growth of a child in its last
 * moments may be missed.
 */
public final class ResourceMeter {
    /** Ten samples a second take below 1 % of a processor. */
    private static final long SAMPLE_MILLIS = 100;

    private static final Path SELF = Path.of("/proc/self");

    private final CpuTime begin = CpuTime.ofProcess();
    private final long memoryBefore = memory(SELF, "VmRSS:").orElse(0);
    private final Map<Long, Long> peaks = new HashMap<>();
    private long ownPeak = memoryBefore;

    /** What a trial returned, and what it took. */
    public record Measured<T>(T result, ResourceUsage usage) {}

    private ResourceMeter() {}

    /** Runs a trial, whose exceptions it passes on, and measures it. */
    public static <T> Measured<T> measure(TrialAttempts.Attempt<T> trial) throws IOException, InterruptedException {
        ResourceMeter meter = new ResourceMeter();
        ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "resource-meter");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> sampling =
                sampler.scheduleAtFixedRate(meter::sample, SAMPLE_MILLIS, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            T result = trial.measure();
            meter.sample();
            return new Measured<>(result, meter.usage());
        } finally {
            sampling.cancel(false);
            sampler.shutdown();
        }
    }

    private synchronized void sample() {
        ownPeak = Math.max(ownPeak, memory(SELF, "VmRSS:").orElse(0));
        ProcessHandle.current().children().forEach(child -> memory(
                        Path.of("/proc", Long.toString(child.pid())), "VmHWM:")
                .ifPresent(peak -> peaks.merge(child.pid(), peak, Math::max)));
    }

    private synchronized ResourceUsage usage() {
        if (memoryBefore == 0) {
            return ResourceUsage.UNKNOWN;
        }
        CpuTime cpu = CpuTime.ofProcess().since(begin);
        double peak = ownPeak + peaks.values().stream().mapToLong(each -> each).sum();
        return new ResourceUsage(cpu.user(), cpu.system(), peak, peak - memoryBefore);
    }

    /** Returns a size of a process in bytes; nothing when the process has ended, or on another system. */
    private static OptionalLong memory(Path process, String field) {
        try {
            return Files.readAllLines(process.resolve("status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
