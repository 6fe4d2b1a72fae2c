package pokemon;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import pokemon.cli.ExitCode;
import pokemon.cli.Program;
import pokemon.cli.Surroundings;
import pokemon.download.HttpClients;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] args) {
        PrintWriter err = writer(System.err);
        // Java goes on in another directory where the locale lacks a letter of this one's name.
        if (!Files.isDirectory(Path.of("").toAbsolutePath())) {
            err.println("pokemon: this locale has not all letters of the current directory; try LC_ALL=C.UTF-8");
            System.exit(ExitCode.CANNOT_START);
        }
        int code = run(args, writer(System.out), err);
        HttpClients.endAll();
        System.exit(code);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.forName(System.getProperty("native.encoding")));
    }

    /**
     * Runs the command line.
     *
     * @param args the arguments as typed
     * @param out takes results
     * @param err takes progress, warnings and failures
     * @return the exit code, one of {@link pokemon.cli.ExitCode}
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        return run(args, out, err, Surroundings.ofThisProcess());
    }

    /** Does the same with settings from somewhere else than this process's environment and home. */
    public static int run(String[] args, PrintWriter out, PrintWriter err, Surroundings surroundings) {
        return Program.run(args, out, err, surroundings);
    }
}
