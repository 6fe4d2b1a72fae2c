package pokemon.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import pokemon.cli.config.ConfigDefaults;
import pokemon.cli.option.IdOptions;
import pokemon.cli.process.ExitCode;
import pokemon.directory.IoErrors;
import pokemon.directory.UntrustedText;

/** The one place where exceptions become messages and exit codes. */
final class ExceptionHandlers implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** What stands for an option. A negative number is a positional. */
    private static final Pattern OPTION = Pattern.compile("--.+|-\\p{Alpha}.*|-[0-9]+(-|\\.\\.).*");

    private ExceptionHandlers() {}

    /** Makes a command line report its failures in one clear line each. */
    static void handle(CommandLine commandLine) {
        ExceptionHandlers handlers = new ExceptionHandlers();
        commandLine.setParameterExceptionHandler(handlers).setExecutionExceptionHandler(handlers);
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        return usage(unknownOption(e, arguments));
    }

    /** Reports arguments that make no sense. */
    static int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        tell(command, message(e) + hint(e));
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for more information.");
        return ExitCode.USAGE;
    }

    /**
     * Returns the misspelt option whose value was taken for a positional and refused as that, or else the exception.
     */
    private static ParameterException unknownOption(ParameterException e, String... arguments) {
        CommandLine command = e.getCommandLine();
        if (e.getArgSpec() == null || !e.getArgSpec().isPositional()) {
            return e;
        }
        OptionSpec before = null;
        for (String word : arguments) {
            if (word.equals("--")) {
                return e;
            }
            boolean isValue = before != null && before.arity().min() > 0;
            String name = word.replaceFirst("=.*", "");
            if (!isValue && OPTION.matcher(name).matches() && !isKnown(command.getCommandSpec(), name)) {
                return new ParameterException(command, unknown(command.getCommandSpec(), name));
            }
            before = isValue ? null : option(command.getCommandSpec(), word);
        }
        return e;
    }

    /** Returns whether a word is an option, or short ones in a row such as -qv or -j8. */
    private static boolean isKnown(CommandSpec command, String word) {
        return option(command, word) != null
                || (!word.startsWith("--") && option(command, word.substring(0, 2)) != null);
    }

    /** Returns the option of that name, which a command or one that it belongs to has; else null. */
    private static OptionSpec option(CommandSpec command, String name) {
        OptionSpec own = command.findOption(name);
        return own != null || command.parent() == null ? own : option(command.parent(), name);
    }

    private static String unknown(CommandSpec command, String option) {
        return "Unknown option: '" + option + "'" + UsageHints.unknownOption(command, option);
    }

    private static String message(ParameterException e) {
        ArgSpec arg = e.getArgSpec();
        boolean isPlain = arg != null && arg.converters().length == 0;
        if (isPlain && e.getValue() != null && valueType(arg).isEnum()) {
            return name(arg) + ": " + refused(e.getValue(), arg) + origin(e);
        }
        if (arg != null && arg.typeInfo().isMap() && e.getCause() == null && e.getValue() != null) {
            return name(arg) + ": '" + e.getValue() + "' is not " + arg.paramLabel() + origin(e);
        }
        boolean isRefused =
                e.getCause() instanceof TypeConversionException || e.getCause() instanceof IllegalArgumentException;
        if (isRefused && arg != null) {
            return name(arg) + ": " + e.getCause().getMessage() + origin(e);
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        return e.getMessage();
    }

    private static String unmatched(UnmatchedArgumentException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String first = e.getUnmatched().get(0);
        if (e.isUnknownOption()) {
            return unknown(command, first);
        }
        return command.positionalParameters().isEmpty()
                        && !command.subcommands().isEmpty()
                ? "'" + first + "' is none of "
                        + String.join(", ", command.subcommands().keySet()) + UsageHints.command(command, first)
                : "too many arguments: " + String.join(" ", e.getUnmatched());
    }

    private static Class<?> valueType(ArgSpec argument) {
        return argument.typeInfo().isCollection() ? argument.auxiliaryTypes()[0] : argument.type();
    }

    private static String refused(String value, ArgSpec argument) {
        List<String> values = Arrays.stream(valueType(argument).getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
        return "'" + value + "' is none of " + String.join(", ", values) + UsageHints.value(value, values);
    }

    private static String name(ArgSpec argument) {
        return argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
    }

    private static String origin(ParameterException e) {
        return e.getCommandLine().getDefaultValueProvider() instanceof ConfigDefaults settings
                ? settings.originOfRefused(e.getArgSpec())
                        .map(origin -> " (from " + origin + ")")
                        .orElse("")
                : "";
    }

    /** Returns what to type instead. With --ids, a leftover range is parsed as tp. */
    private static String hint(ParameterException e) {
        if (e.getArgSpec() != null && !origin(e).isEmpty()) {
            return "";
        }
        boolean positional = e instanceof UnmatchedArgumentException unmatched
                ? !unmatched.isUnknownOption()
                : e.getArgSpec() != null && e.getArgSpec().isPositional();
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (positional && IdOptions.isWithoutRange(command)) {
            return "; with --ids or --retry-failed, start_id and stop_id are left out";
        }
        return positional && e.getValue() != null
                ? UsageHints.positional(command, e.getArgSpec().paramLabel(), e.getValue())
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
