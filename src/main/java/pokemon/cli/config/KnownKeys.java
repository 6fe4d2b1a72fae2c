package pokemon.cli.config;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The keys that a configuration may have.
 *
 * <p>The keys of other commands are collected once, and only when needed, because describing all commands takes as long
 * as downloading some images.
 */
final class KnownKeys {
    private final Set<String> own;
    private final Supplier<CommandSpec> complete;
    private Optional<Set<String>> all = Optional.empty();

    /** Takes the command that runs, and what makes it with all its subcommands. */
    KnownKeys(CommandSpec command, Supplier<CommandSpec> complete) {
        own = ConfigKey.all(command);
        this.complete = complete;
    }

    Set<String> all() {
        if (all.isEmpty()) {
            all = Optional.of(ConfigKey.all(complete.get()));
        }
        return all.get();
    }

    Optional<String> find(Predicate<String> wanted) {
        return own.stream().filter(wanted).findFirst().or(() -> all().stream()
                .filter(wanted)
                .findFirst());
    }
}
