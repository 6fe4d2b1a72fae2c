package pokemon.experiment.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * CPU time and memory of a trial, this JVM and its children together. Unknown values are NaN.
 *
 * @param userSeconds CPU time outside of the kernel, to 0.01 s
 * @param systemSeconds CPU time inside of the kernel, to 0.01 s
 * @param peakBytes the largest resident memory of this JVM plus that of each child; memory that they share counts in
 *     each
 * @param addedBytes the same less the resident memory of this JVM before the trial
 */
public record ResourceUsage(double userSeconds, double systemSeconds, double peakBytes, double addedBytes) {
    public static final ResourceUsage UNKNOWN = new ResourceUsage(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Returns the mean of several, at least one. */
    public static ResourceUsage mean(List<ResourceUsage> usages) {
        return new ResourceUsage(
                mean(usages, ResourceUsage::userSeconds),
                mean(usages, ResourceUsage::systemSeconds),
                mean(usages, ResourceUsage::peakBytes),
                mean(usages, ResourceUsage::addedBytes));
    }

    private static double mean(List<ResourceUsage> usages, ToDoubleFunction<ResourceUsage> value) {
        return usages.stream().mapToDouble(value).average().orElseThrow();
    }

    /** Returns the same memory with another CPU time. */
    public ResourceUsage with(CpuTime cpu) {
        return new ResourceUsage(cpu.user(), cpu.system(), peakBytes, addedBytes);
    }

    public double cpuSeconds() {
        return userSeconds + systemSeconds;
    }
}
