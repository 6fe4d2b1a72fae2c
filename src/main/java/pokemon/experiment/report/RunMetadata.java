package pokemon.experiment.report;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import pokemon.report.Host;

/** When, where and how an experiment was run, as JSON shows it. */
public record RunMetadata(
        String version,
        @JsonSerialize(using = ToStringSerializer.class) Instant startedAt,
        String commandLine,
        Host host,
        Platform platform) {}
