package pokemon.cli.process;

/** The exit codes of the program. Stopped by Ctrl-C or SIGTERM, the JVM itself ends with 130 or 143. */
public final class ExitCode {
    /** All requested images are there. */
    public static final int OK = 0;

    /** Some ids failed or were not attempted, or a directory is not as it should be. */
    public static final int INCOMPLETE = 1;

    /** The arguments make no sense; nothing was touched. */
    public static final int USAGE = 2;

    /** The run could not start or not continue: no output directory, no source, no workers. */
    public static final int CANNOT_START = 3;

    private ExitCode() {}
}
