package pokemon.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import pokemon.cli.config.ConfigDefaults;

/** Options of a command, and what they know of it. */
abstract class OptionMixin implements CommandAccess {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Override
    public final CommandSpec command() {
        return command;
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
