package pokemon.experiment.report;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How this JVM runs, as JSON shows it.
 *
 * @param physicalCores the cores of the machine, each of which may be several processors; null when unknown
 * @param jvmOptions the options of this JVM that begin with {@code -X}
 * @param compiler the compilers of this JVM in words
 * @param collectors the names of its garbage collectors
 * @param maxHeapBytes the largest heap of this JVM
 */
public record Platform(
        Integer physicalCores, List<String> jvmOptions, String compiler, List<String> collectors, long maxHeapBytes) {
    private static final String FIRST_TIER_ONLY = "-XX:TieredStopAtLevel=1";

    public static Platform current() {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .toList();
        return new Platform(
                coresOfMachine().orElse(null),
                options,
                options.contains(FIRST_TIER_ONLY) ? "first tier only (C1)" : "all tiers (C1 and C2)",
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList(),
                Runtime.getRuntime().maxMemory());
    }

    /** Counts the groups of processors that share a core, as Linux names them. */
    private static Optional<Integer> coresOfMachine() {
        Set<String> cores = new HashSet<>();
        for (int cpu :
                IntStream.range(0, Runtime.getRuntime().availableProcessors()).toArray()) {
            Path siblings = Path.of("/sys/devices/system/cpu/cpu" + cpu + "/topology/thread_siblings_list");
            try {
                cores.add(Files.readString(siblings));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.of(cores.size());
    }

    String text() {
        return "Java with " + compiler + ", " + String.join(" and ", collectors) + ", a heap of at most "
                + maxHeapBytes / 1_000_000 + " MB"
                + (physicalCores == null
                        ? ""
                        : ", " + physicalCores + (physicalCores == 1 ? " physical core" : " physical cores"))
                + (jvmOptions.isEmpty() ? "" : ", options " + String.join(" ", jvmOptions));
    }
}
