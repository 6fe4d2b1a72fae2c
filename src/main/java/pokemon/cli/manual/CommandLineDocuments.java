package pokemon.cli.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import pokemon.cli.PokemonCli;

/** Writes what is installed beside the program: a manual page for each command, and completion for shells. */
record CommandLineDocuments(Path target, String date, Map<String, String> environment) {
    /** Writes all documents for the build, given the target, the time of the build, and the list of variables. */
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
        List<Completion> completions = Completion.of(commandLine);
        documents.write("completions/pokemon.bash", ShellCompletion.bash(completions));
        documents.write("completions/_pokemon", ShellCompletion.zsh(completions));
        documents.write("completions/pokemon.fish", FishCompletion.of(completions));
    }

    private void writePages(CommandLine command) throws IOException {
        write("man/man1/" + ManualPage.name(command) + ".1", ManualPage.text(command, date, environment));
        for (CommandLine subcommand : command.getSubcommands().values()) {
            if (!subcommand.getCommandSpec().usageMessage().hidden()) {
                writePages(subcommand);
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
