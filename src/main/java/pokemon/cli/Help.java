package pokemon.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import pokemon.cli.process.ExitCode;
import pokemon.cli.process.Terminal;

/** Prints help, whatever else is on the command line. */
final class Help {
    private Help() {}

    static int print(CommandLine commandLine, ArgumentPreview look, String... args) {
        int width = Terminal.current().columns();
        if (width >= NarrowText.LEAST_OF_PICOCLI) {
            return write(commandLine, look, args);
        }
        PrintWriter out = commandLine.getOut();
        StringWriter help = new StringWriter();
        commandLine
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(NarrowText.UNBROKEN)
                .setUsageHelpLongOptionsMaxWidth(NarrowText.LONGEST_NAME)
                .setOut(new PrintWriter(help));
        int code = write(commandLine, look, args);
        out.print(NarrowText.of(help.toString(), width));
        out.flush();
        return code;
    }

    private static int write(CommandLine commandLine, ArgumentPreview look, String... args) {
        HelpLayout.apply(commandLine);
        if ("dumb".equals(System.getenv("TERM"))) {
            commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        }
        if (!look.isHelpCommand()) {
            List<String> words = List.of(args);
            boolean version = !words.contains("--help") && !words.contains("-h");
            commandLine.setParameterExceptionHandler((e, arguments) -> {
                // The other words do not matter to the help.
                CommandLine command = e.getCommandLine();
                if (version) {
                    command.printVersionHelp(command.getOut());
                } else {
                    command.usage(command.getOut());
                }
                return ExitCode.OK;
            });
        } else if (args.length > 2 && Arrays.stream(args).noneMatch(word -> word.startsWith("-"))) {
            return print(commandLine, args);
        }
        return commandLine.execute(args);
    }

    /** Prints help, also for a subcommand of a subcommand, which picocli's own help command ignores. */
    private static int print(CommandLine commandLine, String... args) {
        CommandLine command = commandLine;
        for (String name : List.of(args).subList(1, args.length)) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                return ExceptionHandlers.usage(new ParameterException(
                        command,
                        "'" + name + "' is no command of '"
                                + command.getCommandSpec().qualifiedName() + "'"));
            }
            command = next;
        }
        command.usage(command.getOut());
        return ExitCode.OK;
    }
}
