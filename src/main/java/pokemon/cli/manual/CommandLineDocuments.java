package pokemon.cli.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import pokemon.cli.PokemonCli;

/** Writes what is installed beside the program: a manual page for each command, and completion for shells. */
final class CommandLineDocuments {
    private final Path target;
    private final String date;
    private final Map<String, String> environment;

    private CommandLineDocuments(Path target, String date, Map<String, String> environment) {
        this.target = target;
        this.date = date;
        this.environment = environment;
    }

    /**
     * Writes all documents. The build calls it.
     *
     * @param args the directory to write to, the time of the build, and the file that tells of environment variables
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(args[2]))) {
            String[] parts = line.split(": ", 2);
            environment.put(parts[0], parts[1]);
        }
        CommandLine commandLine = PokemonCli.commandLine();
        CommandLineDocuments documents =
                new CommandLineDocuments(Path.of(args[0]), args[1].substring(0, 10), environment);
        documents.writePages(commandLine);
        documents.write("completions/pokemon.bash", lowerCase(AutoComplete.bash("pokemon", commandLine)));
    }

    private void writePages(CommandLine command) throws IOException {
        write("man/man1/" + ManualPage.name(command) + ".1", ManualPage.text(command, date, environment));
        for (CommandLine subcommand : command.getSubcommands().values()) {
            if (!subcommand.getCommandSpec().usageMessage().hidden()) {
                writePages(subcommand);
            }
        }
    }

    /** Values are offered as the help writes them, and not as Java names its constants. */
    private static String lowerCase(String completion) {
        return Pattern.compile("(?<=_option_args=)\\(.*?\\)")
                .matcher(completion)
                .replaceAll(values -> Matcher.quoteReplacement(values.group().toLowerCase(Locale.ROOT)));
    }

    private void write(String name, String text) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
