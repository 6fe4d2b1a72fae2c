package pokemon.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Runs the command line. */
public final class Program {
    private Program() {}

    /**
     * Runs the command line.
     *
     * @param args the arguments as typed
     * @param out takes results
     * @param err takes progress, warnings and failures
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        // A word that starts with @ is ours: --ids @FILE.
        CommandLine commandLine = new CommandLine(new ScrapeCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false);
        Failures.handle(commandLine);
        if (FirstLook.at(args).choosesIds()) {
            IdOptions.leaveOutRange(commandLine.getCommandSpec());
        }
        return commandLine.execute(args);
    }
}
