package pokemon;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import pokemon.cli.PokemonCli;
import pokemon.cli.process.BackgroundWriter;
import pokemon.cli.process.Environment;
import pokemon.cli.process.ExitCode;
import pokemon.cli.process.StandardOutput;
import pokemon.download.connect.CommonPool;
import pokemon.download.connect.HttpClients;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] args) {
        CommonPool.prepare();
        // On Windows, a console has another encoding than files; Java knows it from version 19 on.
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", System.getProperty("native.encoding")));
        PrintWriter err = new PrintWriter(
                BackgroundWriter.to(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), charset)));
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out), err);
        int code = out.exitCode(start(args, new PrintWriter(out, true, charset), err));
        err.flush();
        System.exit(code);
    }

    private static int start(String[] args, PrintWriter out, PrintWriter err) {
        // Java goes on in another directory where the locale lacks a letter of this one's name.
        if (!Files.isDirectory(Path.of("").toAbsolutePath())) {
            err.println("pokemon: this locale has not all letters of the current directory; try LC_ALL=C.UTF-8");
            return ExitCode.CANNOT_START;
        }
        int code = run(args, out, err);
        HttpClients.stopSelectors();
        return code;
    }

    /**
     * Runs the command line.
     *
     * @param args the arguments as typed
     * @param out takes results
     * @param err takes progress, warnings and failures
     * @return the exit code, one of {@link pokemon.cli.process.ExitCode}
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        return run(args, out, err, Environment.ofThisProcess());
    }

    /** Does the same with settings from somewhere else than this process's environment and home. */
    public static int run(String[] args, PrintWriter out, PrintWriter err, Environment environment) {
        return PokemonCli.run(args, out, err, environment);
    }
}
