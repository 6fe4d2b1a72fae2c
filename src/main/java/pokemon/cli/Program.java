package pokemon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import pokemon.report.EarlierRun;

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
        FirstLook look = FirstLook.at(args);
        if (look.asksForHelp()) {
            return commandLine.execute(args);
        }
        if (look.choosesIds()) {
            IdOptions.leaveOutRange(commandLine.getCommandSpec());
        }
        try {
            commandLine.setDefaultValueProvider(settings(look));
        } catch (IOException e) {
            return Failures.usage(new ParameterException(commandLine, e.getMessage(), e));
        }
        return commandLine.execute(args);
    }

    private static Settings settings(FirstLook look) throws IOException {
        List<Settings.Layer> layers = new ArrayList<>();
        if (look.reportToRetry().isPresent()) {
            String report = look.reportToRetry().get();
            layers.add(Settings.Layer.of(EarlierRun.read(Path.of(report)), report));
        }
        return new Settings(layers);
    }
}
