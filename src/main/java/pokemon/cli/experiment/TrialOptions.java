package pokemon.cli.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pokemon.cli.option.OptionMixin;
import pokemon.cli.option.SourceNames;
import pokemon.cli.process.Version;
import pokemon.cli.value.Converters;
import pokemon.download.ReencodeMode;
import pokemon.download.connect.ProxySettings;
import pokemon.experiment.measure.TrialSettings;
import pokemon.mirror.MirrorOptions;
import pokemon.report.TraceFile;
import pokemon.schedule.run.IdRange;
import pokemon.source.Source;
import pokemon.source.SourceCatalog.Place;

/** The options that say what the trials of an experiment download, and from where. */
public final class TrialOptions extends OptionMixin {
    @Option(
            names = "--range",
            paramLabel = "A-B",
            converter = Converters.Range.class,
            description = "Ids of the images. Default: ${bundle:default.range}.")
    private IdRange range;

    @Option(
            names = "--reencode",
            paramLabel = "MODE",
            defaultValue = "auto",
            description = "auto or always, as in a download. Default: ${DEFAULT-VALUE}.")
    private ReencodeMode reencode;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            defaultValue = Source.EMBEDDED,
            description = {
                "Where images come from, as in a download. A public site would get thousands of requests.",
                "Default: ${DEFAULT-VALUE}."
            })
    private String source;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            converter = Converters.DurationConverter.class,
            description = "The built-in mirror answers after this time. Default: ${bundle:default.latency}.")
    private Duration latency;

    @Option(
            names = "--jitter",
            paramLabel = "TIME",
            converter = Converters.DurationConverter.class,
            description = "Its latency varies by up to this much either way. Default: ${bundle:default.jitter}.")
    private Duration jitter;

    @Mixin
    private JvmArguments jvmArguments;

    /** The default ids, and the default latency of the built-in mirror. */
    public record Defaults(IdRange range, Duration latency, Duration jitter) {
        /** 300 ids, and a mirror that answers after 20 ms. */
        public static final Defaults USUAL = new Defaults(new IdRange(1, 300), Duration.ofMillis(20), Duration.ZERO);

        /**
         * Returns the resources that the help takes the defaults of a command from.
         *
         * @param when the words on the command line that ask for other defaults
         */
        Object[][] inHelp(String when, Defaults other) {
            return new Object[][] {
                {"default.range", text(range, when, other.range)},
                {"default.latency", text(latency, when, other.latency)},
                {"default.jitter", text(jitter, when, other.jitter)}
            };
        }

        private static String text(Object usual, String when, Object other) {
            return text(usual) + (other.equals(usual) ? "" : "; " + text(other) + " with " + when);
        }

        private static String text(Object value) {
            return value instanceof IdRange range
                    ? range.start() + "-" + range.stop()
                    : ((Duration) value).toMillis() + "ms";
        }
    }

    /**
     * Checks the options; touches neither network nor disk.
     *
     * @throws ParameterException when they make no sense
     */
    public void check() {
        try {
            source(Defaults.USUAL, 0);
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
        if (!(place() instanceof Place.Mirror) && (isTyped("--latency") || isTyped("--jitter"))) {
            throw usageError("--latency and --jitter go with --source embedded only");
        }
    }

    /**
     * Checks that a list has a value: a mere comma has none.
     *
     * @throws ParameterException when it has none
     */
    void checkGiven(String option, List<?> values) {
        if (values.isEmpty()) {
            throw usageError(option + ": nothing is named");
        }
    }

    private Place place() {
        return SourceNames.place(command(), source);
    }

    /**
     * Checks that there is an image for each worker. A worker without an image would distort the results.
     *
     * @param workers the numbers of workers, ascending
     * @throws ParameterException when there are more workers than images
     */
    public void checkWorkers(List<Integer> workers, TrialSettings settings) {
        String tooMany = workers.stream()
                .filter(count -> count > settings.range().size())
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
        if (!tooMany.isEmpty()) {
            throw usageError("--workers: " + settings.range().size() + " images are too few for " + tooMany
                    + " workers; --range 1-" + workers.get(workers.size() - 1) + " or more has one for each");
        }
    }

    /** Warns before thousands of requests to a server that is not this machine. */
    public void warn(Defaults usual, int trials) {
        if (place() instanceof Place.Server server && !server.images().isLocal()) {
            err().println("pokemon: this asks " + server.images().uri(1).getHost() + " for "
                    + (long) trials * range(usual).size()
                    + " images; use --source embedded unless that is what you want");
        }
    }

    public TrialSettings settings(Defaults usual, long seed, Optional<TraceFile> trace) {
        return new TrialSettings(
                range(usual), reencode, source(usual, seed), Version.userAgent(), jvmArguments.values(), trace);
    }

    private IdRange range(Defaults usual) {
        return Optional.ofNullable(range).orElse(usual.range());
    }

    private Source source(Defaults usual, long seed) {
        if (place() instanceof Place.Server server) {
            return new Source.Server(server.images(), ProxySettings.of(System.getenv()));
        }
        MirrorOptions options = MirrorOptions.defaults()
                .withLatency(Optional.ofNullable(latency).orElse(usual.latency()))
                .withJitter(Optional.ofNullable(jitter).orElse(usual.jitter()))
                .withSeed(seed);
        return new Source.Embedded(
                ((Place.Mirror) place()).directory().map(options::withDirectory).orElse(options));
    }
}
