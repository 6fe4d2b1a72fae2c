package pokemon.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import pokemon.cli.config.ConfigDefaults;
import pokemon.cli.option.Converters;
import pokemon.cli.option.IdOptions;
import pokemon.cli.process.ExitCode;
import pokemon.directory.IoErrors;
import pokemon.directory.UntrustedText;

/** The one place where exceptions become messages and exit codes. */
final class ExceptionHandlers implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private ExceptionHandlers() {}

    /** Makes a command line report its failures in one clear line each. */
    static void handle(CommandLine commandLine) {
        ExceptionHandlers handlers = new ExceptionHandlers();
        commandLine.setParameterExceptionHandler(handlers).setExecutionExceptionHandler(handlers);
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        return usage(unknownOption(e, arguments).orElse(e));
    }

    /** Reports arguments that make no sense. */
    static int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        tell(command, message(e) + hint(e));
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for more information.");
        return ExitCode.USAGE;
    }

    /** Finds the misspelt option whose value was taken for a positional and refused as that. */
    private static Optional<ParameterException> unknownOption(ParameterException e, String... arguments) {
        if (e.getArgSpec() == null || !e.getArgSpec().isPositional()) {
            return Optional.empty();
        }
        String before = "";
        for (String word : arguments) {
            String name = word.replaceFirst("=.*", "");
            boolean known = e.getCommandLine().getCommandSpec().findOption(name) != null;
            if (word.matches("--.+") && !known && !before.equals(Converters.RawArgument.OPTION)) {
                return Optional.of(new ParameterException(e.getCommandLine(), "Unknown option: '" + name + "'"));
            }
            before = word;
        }
        return Optional.empty();
    }

    private static String message(ParameterException e) {
        if (e.getCause() instanceof TypeConversionException cause && e.getArgSpec() != null) {
            String name = e.getArgSpec().isOption()
                    ? ((CommandLine.Model.OptionSpec) e.getArgSpec()).longestName()
                    : e.getArgSpec().paramLabel();
            return name + ": " + cause.getMessage() + origin(e);
        }
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "too many arguments: " + String.join(" ", unmatched.getUnmatched());
        }
        return e.getMessage();
    }

    private static String origin(ParameterException e) {
        return e.getCommandLine().getDefaultValueProvider() instanceof ConfigDefaults settings
                ? settings.originOfRefused(e.getArgSpec())
                        .map(origin -> " (from " + origin + ")")
                        .orElse("")
                : "";
    }

    /** With --ids, a leftover range is parsed as tp; this adds a hint. */
    private static String hint(ParameterException e) {
        if (e.getArgSpec() != null && !origin(e).isEmpty()) {
            return "";
        }
        boolean positional = e instanceof UnmatchedArgumentException unmatched
                ? !unmatched.isUnknownOption()
                : e.getArgSpec() != null && e.getArgSpec().isPositional();
        return positional && IdOptions.isWithoutRange(e.getCommandLine().getCommandSpec())
                ? "; with --ids or --retry-failed, start_id and stop_id are left out"
                : "";
    }

    /** Prints one line, whatever the arguments, settings or reports hold. */
    private static void tell(CommandLine command, String message) {
        command.getErr().println("pokemon: " + UntrustedText.escaped(message));
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
            tell(command, "no such directory: " + e.getMessage());
        } else if (e instanceof FileSystemException failure) {
            tell(command, "cannot use " + failure.getFile() + ": " + IoErrors.reason(failure));
        } else if (e instanceof IOException) {
            tell(command, e.getMessage());
        } else {
            throw e;
        }
        return ExitCode.CANNOT_START;
    }
}
