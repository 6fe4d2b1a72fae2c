package pokemon.cli.option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import pokemon.cli.value.Candidates;
import pokemon.cli.value.Converters;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.contract.Fault;

/** The options that say how the built-in mirror behaves. */
public final class MirrorOptionGroup {
    /** The names of these options. */
    static final List<String> NAMES = List.of("--dir", "--latency", "--jitter", "--bandwidth", "--fault", "--seed");

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Serve this directory of images instead of synthetic ones.")
    private Path directory;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            converter = Converters.DurationConverter.class,
            description = "Answer each request after this time, such as 80ms.")
    private Duration latency;

    @Option(
            names = "--jitter",
            paramLabel = "TIME",
            converter = Converters.DurationConverter.class,
            description = "Let the latency vary by up to this much either way.")
    private Duration jitter;

    @Option(
            names = "--bandwidth",
            paramLabel = "RATE",
            converter = Converters.Bandwidth.class,
            description = "Send no faster than this to all clients together, such as 2MB/s.")
    private Long bandwidth;

    @Option(
            names = "--fault",
            paramLabel = "NAME=RATE",
            split = ",",
            converter = {FaultName.class, Rate.class},
            completionCandidates = Candidates.Faults.class,
            description =
                    "Misbehave in this share of the answers, such as truncate=0.05. Names: not-found, server-error, "
                            + "too-many-requests, truncate, reset, stall, corrupt, html. Every fourth request for an id is "
                            + "spared unless the shares add up to 1.")
    private Map<Fault, Double> faults = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Choose which answers misbehave; the same seed chooses the same ones.")
    private Long seed;

    /** The name of a fault. */
    static final class FaultName implements ITypeConverter<Fault> {
        @Override
        public Fault convert(String text) {
            return Fault.named(text);
        }
    }

    /** A share from 0 to 1. */
    static final class Rate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            if (!text.matches("0|1|[01]?\\.[0-9]{1,9}") || Double.parseDouble(text) > 1) {
                throw new TypeConversionException("'" + text + "' is not a share from 0 to 1");
            }
            return Double.valueOf(text);
        }
    }

    /** Returns the settings that the options select; throws an {@link IllegalArgumentException} when they conflict. */
    public MirrorOptions options() {
        MirrorOptions options = MirrorOptions.defaults().withFaults(faults);
        options = directory == null ? options : options.withDirectory(directory);
        options = latency == null ? options : options.withLatency(latency);
        options = jitter == null ? options : options.withJitter(jitter);
        options = bandwidth == null ? options : options.withBandwidth(bandwidth);
        return seed == null ? options : options.withSeed(seed);
    }

    /** Returns the same settings with a directory to serve. */
    MirrorOptions serving(Path images) {
        if (directory != null) {
            throw new IllegalArgumentException("--source names a directory, and so does --dir: use one of them");
        }
        return options().withDirectory(images);
    }
}
