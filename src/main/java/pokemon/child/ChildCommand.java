package pokemon.child;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a child JVM is started: with the parent's own Java and class path.
 *
 * @param jvmArguments the user's arguments for the child JVM, after our own so that they win
 */
public record ChildCommand(List<String> jvmArguments) {
    // A child lives for seconds: the optimising compiler and parallel collectors would cost more than they bring.
    // An error file would land in the working directory, which may be the one for the images.
    private static final List<String> OWN_ARGUMENTS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
            "-Djava.awt.headless=true");

    public ChildCommand {
        jvmArguments = List.copyOf(jvmArguments);
    }

    List<String> line(String nonce) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(OWN_ARGUMENTS);
        line.addAll(jvmArguments);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildMain.class.getName(), nonce));
        return line;
    }
}
