package pokemon.cli;

import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The names of settings: {@code connect-timeout}, and {@code mirror.latency} for a subcommand. */
final class SettingName {
    private SettingName() {}

    static String of(ArgSpec arg) {
        String own = arg.isOption()
                ? ((OptionSpec) arg).longestName().replaceFirst("^-+", "")
                : arg.paramLabel().toLowerCase(Locale.ROOT).replace('_', '-');
        return prefix(arg.command()) + own;
    }

    private static String prefix(CommandSpec command) {
        return command.parent() == null ? "" : prefix(command.parent()) + command.name() + ".";
    }
}
