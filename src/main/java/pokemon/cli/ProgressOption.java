package pokemon.cli;

import picocli.CommandLine.Option;

/** The option that says whether progress is shown, and what follows from it. */
final class ProgressOption {
    @Option(
            names = "--progress",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Show progress: auto, always or never. Default: ${DEFAULT-VALUE}.")
    private Progress.When when;

    boolean isNever() {
        return when == Progress.When.NEVER;
    }

    /** Returns whether progress is one line that is drawn again and again, rather than lines now and then. */
    boolean isRedrawn(Terminal terminal) {
        return terminal.interactive() || when == Progress.When.ALWAYS;
    }
}
