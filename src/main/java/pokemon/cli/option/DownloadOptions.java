package pokemon.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pokemon.cli.process.Version;
import pokemon.cli.value.Converters;
import pokemon.download.ConversionSettings;
import pokemon.download.DownloadSettings;
import pokemon.download.ExistingFilePolicy;
import pokemon.download.ImageSource;
import pokemon.download.ReencodeMode;
import pokemon.download.connect.CaCertificates;
import pokemon.download.connect.ConnectionSettings;
import pokemon.download.connect.Header;
import pokemon.download.connect.ProxySettings;
import pokemon.download.connect.RequestSettings;
import pokemon.download.output.OutputDirectory;
import pokemon.png.chunk.Checks;
import pokemon.report.DryRun;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RetryPolicy;

/** The options that say how one image is downloaded. */
public final class DownloadOptions extends OptionMixin {
    private static final String HEADER = "--header";

    @Option(
            names = "--reencode",
            paramLabel = "MODE",
            defaultValue = "auto",
            description = {
                "auto: write plain PNGs anew from their verified pixel stream, and convert others by ImageIO.",
                "always: decode and encode every image by ImageIO. Default: ${DEFAULT-VALUE}."
            })
    private ReencodeMode reencode;

    @Option(
            names = "--resume",
            fallbackValue = "true",
            description = "Skip ids whose file exists and is completely valid.")
    private boolean resume;

    @Option(
            names = "--update",
            fallbackValue = "true",
            description = "Request only images that changed since they were saved.")
    private boolean update;

    @Option(
            names = "--no-mtime",
            fallbackValue = "true",
            description = "Date each file by its download, not by the Last-Modified of the server.")
    private boolean undated;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            defaultValue = "4",
            converter = Converters.Positive.class,
            description = "Most attempts at one id. Default: ${DEFAULT-VALUE}.")
    private int attempts;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Converters.PositiveDurationConverter.class,
            description = "Longest time for one attempt, body included. Default: ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(
            names = "--give-up-after",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = Converters.PositiveDurationConverter.class,
            description = {
                "Stop when an outage of the server lasts this long. Before its first answer: 5 s at most.",
                "Default: ${DEFAULT-VALUE}."
            })
    private Duration giveUpAfter;

    @Option(
            names = "--connect-timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Converters.PositiveDurationConverter.class,
            description = "Longest wait for a connection. Default: ${DEFAULT-VALUE}.")
    private Duration connectTimeout;

    @Option(
            names = "--ca-certificate",
            paramLabel = "FILE",
            description = "Also trust the authorities whose certificates are in this PEM file.")
    private Path authorities;

    @Option(
            names = "--max-bytes",
            paramLabel = "SIZE",
            defaultValue = "32MiB",
            converter = Converters.Size.class,
            description = "Largest body that is accepted. Default: ${DEFAULT-VALUE}.")
    private int maxBytes;

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            defaultValue = "50M",
            converter = Converters.Size.class,
            description = "Most pixels that are accepted, width times height. Default: ${DEFAULT-VALUE}.")
    private int maxPixels;

    @Option(
            names = "--checks",
            paramLabel = "MODE",
            defaultValue = "lenient",
            description = {
                "lenient: forgive faults of a PNG that cannot reach its pixels, and save it without them.",
                "strict: refuse such an image. Default: ${DEFAULT-VALUE}."
            })
    private Checks checks;

    @Option(
            names = "--user-agent",
            paramLabel = "TEXT",
            description = "The User-Agent header. Default: pokemon/VERSION (CONTACT).")
    private String userAgent;

    @Option(
            names = HEADER,
            paramLabel = "'NAME: VALUE'",
            split = "\\R",
            hideParamSyntax = true,
            converter = Converters.RequestHeader.class,
            description = {
                "Send this header, too, except to another site after a redirect; may be repeated.",
                "It replaces a usual header of the same name."
            })
    private List<Header> headers = new ArrayList<>();

    /** Checks the options without network and disk; throws a {@link ParameterException} when they make no sense. */
    public void check() {
        if (resume && update && rank("--resume") == rank("--update")) {
            throw usageError("--resume never asks the server and --update always does: choose one");
        }
        if (undated && existing() == ExistingFilePolicy.UPDATE) {
            throw usageError("--update compares dates, and --no-mtime leaves them out: choose one");
        }
        // In settings, a line break separates headers.
        if (isTyped(HEADER)
                && command().commandLine().getParseResult().matchedOption(HEADER).originalStringValues().stream()
                        .anyMatch(typed -> typed.lines().count() > 1)) {
            throw usageError("--header: a line break ends a header; give each its own --header");
        }
        if (userAgent != null && !userAgent.matches("[\\x20-\\x7e]+")) {
            throw usageError("--user-agent: only printable ASCII can be sent" + origin("--user-agent"));
        }
    }

    /**
     * Returns the settings that the options select.
     *
     * @param isForeign whether configured headers are withheld; those of the command line are sent in any case
     * @param proxies the proxies between here and the source
     * @param digests whether the SHA-256 of each file is wanted
     * @param traced whether the requests of each attempt are recorded
     * @throws IOException when the file of authorities cannot be used
     */
    public DownloadSettings settings(
            ImageSource source,
            boolean isForeign,
            ProxySettings proxies,
            Path directory,
            boolean digests,
            boolean traced)
            throws IOException {
        RequestSettings request = new RequestSettings(
                new ConnectionSettings(connectTimeout, proxies, authorities()),
                timeout,
                userAgent == null ? Version.userAgent() : userAgent,
                headers(isForeign, source),
                maxBytes);
        ConversionSettings conversion = new ConversionSettings(reencode, checks, maxPixels);
        return new DownloadSettings(source, directory, request, conversion, existing(), digests, !undated, traced);
    }

    /** Returns the file of authorities. Each child JVM reads it, where this JVM's descriptors have no meaning. */
    private Optional<Path> authorities() throws IOException {
        if (authorities == null) {
            return Optional.empty();
        }
        try {
            CaCertificates.read(authorities);
            if (!Files.isRegularFile(authorities)) {
                throw new IOException(authorities + " can be read only once: save the certificates in a file");
            }
            return Optional.of(authorities.toRealPath());
        } catch (NoSuchFileException e) {
            throw new IOException("--ca-certificate: no such file: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException("--ca-certificate: " + e.getMessage(), e);
        }
    }

    private List<Header> headers(boolean isForeign, ImageSource source) {
        if (!isForeign || headers.isEmpty() || isTyped(HEADER)) {
            return headers;
        }
        err().println("pokemon: the configured headers are not sent to "
                + source.uri(1).getHost() + ", which only the report names");
        return List.of();
    }

    /** Returns what would happen to some ids. */
    public DryRun forecast(IdSet ids, IntFunction<String> addresses, Path directory) {
        return new DryRun(ids, addresses, new OutputDirectory(directory.toAbsolutePath()), existing(), maxPixels);
    }

    private ExistingFilePolicy existing() {
        boolean keeps = resume && (!update || rank("--resume") < rank("--update"));
        return keeps ? ExistingFilePolicy.KEEP : update ? ExistingFilePolicy.UPDATE : ExistingFilePolicy.REPLACE;
    }

    /** Returns when a failed id is tried again. */
    public RetryPolicy retryPolicy() {
        return RetryPolicy.DEFAULT.withLimits(attempts, giveUpAfter);
    }
}
