package pokemon.cli.option;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import pokemon.cli.value.Converters;
import pokemon.schedule.run.RunSettings;

/** The options that limit the pace and the time of a run. */
public final class PaceOptions extends OptionMixin {
    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = Converters.PositiveNumber.class,
            description = "Start at most this many attempts per second, all workers together. Default: no limit.")
    private Double rate;

    @Option(
            names = "--limit-rate",
            paramLabel = "SIZE/s",
            converter = Converters.PositiveBandwidth.class,
            description = "Receive no faster than this, all workers together, such as 500kB/s. Default: no limit.")
    private Long limit;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = Converters.PositiveDurationConverter.class,
            description = "Longest time for the whole run; later ids are not attempted. Default: none.")
    private Duration deadline;

    @Option(
            names = "--keep-going",
            fallbackValue = "true",
            description = "Go on when the server has none of the first images; without this, the run stops.")
    private boolean keepGoing;

    /** Returns the settings with these limits. Missing images stop no run whose address is known to be right. */
    public RunSettings limit(boolean known, RunSettings settings) {
        return settings.withLimits(
                rate == null ? 0 : rate, limit == null ? 0 : limit, Optional.ofNullable(deadline), keepGoing || known);
    }
}
