package pokemon.experiment.report;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import pokemon.report.Host;

/**
 * When, where and how an experiment was run, as JSON shows it.
 *
 * @param version version of the program
 * @param startedAt when the experiment began
 * @param commandLine the command line as typed
 * @param host the machine and its JVM
 */
public record RunMetadata(
        String version,
        @JsonSerialize(using = ToStringSerializer.class) Instant startedAt,
        String commandLine,
        Host host) {}
