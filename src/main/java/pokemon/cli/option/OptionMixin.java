package pokemon.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import pokemon.cli.config.ConfigDefaults;

/** The base of a group of options. It knows the command, and where the value of an option comes from. */
public abstract class OptionMixin implements CommandAccess {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Override
    public final CommandSpec command() {
        return command;
    }

    protected final boolean isTyped(String option) {
        return ConfigDefaults.isTyped(command, option);
    }

    protected final int rank(String option) {
        return ConfigDefaults.rank(command, option);
    }

    protected final String origin(String option) {
        return ConfigDefaults.origin(command, option);
    }
}
