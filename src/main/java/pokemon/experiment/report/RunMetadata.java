package pokemon.experiment.report;

import java.time.Instant;
import java.util.Objects;
import pokemon.report.Host;

/**
 * Where and how numbers came to be.
 *
 * @param startedAt when the experiment began
 * @param commandLine the command line as typed
 * @param version version of the program
 * @param host what it ran on
 */
public record RunMetadata(Instant startedAt, String commandLine, String version, Host host) {
    public RunMetadata {
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(commandLine);
        Objects.requireNonNull(version);
        Objects.requireNonNull(host);
    }
}
