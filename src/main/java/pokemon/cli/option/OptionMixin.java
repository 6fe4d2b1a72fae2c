package pokemon.cli.option;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import pokemon.cli.config.ConfigDefaults;

/** Options of a command, and what they know of it. */
abstract class OptionMixin {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    final CommandSpec command() {
        return command;
    }

    final PrintWriter out() {
        return command.commandLine().getOut();
    }

    final PrintWriter err() {
        return command.commandLine().getErr();
    }

    final ParameterException usageError(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    final boolean isTyped(String option) {
        return ConfigDefaults.isTyped(command, option);
    }

    final int rank(String option) {
        return ConfigDefaults.rank(command, option);
    }

    final String origin(String option) {
        return ConfigDefaults.origin(command, option);
    }
}
