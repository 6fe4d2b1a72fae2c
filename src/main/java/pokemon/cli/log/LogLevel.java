package pokemon.cli.log;

/** How much of the log is shown on standard error. */
public enum LogLevel {
    WARN,
    INFO,
    DEBUG
}
