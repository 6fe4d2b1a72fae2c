package pokemon.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pokemon.directory.SystemKind;

/**
 * How a child JVM is started: with the parent's own Java and class path. The user's arguments come last and take
 * precedence.
 */
public record ChildCommand(List<String> jvmArguments) {
    private static final String NOWHERE = SystemKind.isWindows() ? "NUL" : "/dev/null";

    // A child lives for seconds: the optimising compiler and parallel collectors cost more than they gain.
    // What a crash leaves would land in the working directory, which may be the one for the images.
    private static final List<String> OWN_ARGUMENTS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxNewSize=8m",
            "-XX:-UsePerfData",
            "-XX:ErrorFile=" + NOWHERE,
            "-XX:ReplayDataFile=" + NOWHERE,
            "-Djava.awt.headless=true");

    /** An option that chooses a garbage collector, or names a file of options that may do so. */
    private static final Pattern COLLECTOR_CHOICE =
            Pattern.compile("[\"']?(-XX:[+-]Use\\w*GC|-XX:Flags=.*|-XX:VMOptionsFile=.*|@.*)[\"']?");

    /** The variables from which Java takes options. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    public ChildCommand {
        jvmArguments = List.copyOf(jvmArguments);
    }

    List<String> line(String nonce) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildMain.class.getName(), nonce));
        return line;
    }

    public List<String> options() {
        List<String> line = new ArrayList<>(OWN_ARGUMENTS);
        if (!choosesCollector(System.getenv())) {
            // Java refuses to start with two of them.
            line.add("-XX:+UseSerialGC");
        }
        // The launcher's archive of loaded classes, where there is one.
        Optional.ofNullable(System.getProperty("pokemon.archive")).ifPresent(archive -> addArchive(line, archive));
        line.addAll(jvmArguments);
        return line;
    }

    boolean choosesCollector(Map<String, String> environment) {
        Stream<String> fromEnvironment = VARIABLES.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .flatMap(options -> Stream.of(options.split("\\s+", -1)));
        return Stream.concat(jvmArguments.stream(), fromEnvironment)
                .anyMatch(option -> COLLECTOR_CHOICE.matcher(option).matches());
    }

    private static void addArchive(List<String> line, String archive) {
        line.add(archive);
        if (archive.startsWith("-XX:AOTCache=")) {
            // Java 25 writes to standard output when it cannot use the archive.
            line.add("-Xlog:aot*=off");
        }
    }
}
