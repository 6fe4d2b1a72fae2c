package pokemon.cli.option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pokemon.cli.config.ConfigDefaults;
import pokemon.directory.ImageName;
import pokemon.download.ImageSource;
import pokemon.download.connect.ProxySettings;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;

/** The options that say where images come from. */
public final class SourceOptions extends OptionMixin {
    private static final String OPTION = "--source";
    private static final String WEB = "web";
    private static final String EMBEDDED = "embedded";

    @Option(
            names = OPTION,
            paramLabel = "SOURCE",
            defaultValue = WEB,
            completionCandidates = Known.class,
            description = {
                "Where images come from: web (the public site), embedded (a built-in mirror of synthetic images,",
                "started for this run), a base URL, or a URL with {id} in it. Default: ${DEFAULT-VALUE}."
            })
    private String source;

    @ArgGroup(validate = false, heading = "%nThe mirror of --source embedded:%n")
    private MirrorOptionGroup mirror = new MirrorOptionGroup();

    /** The sources that have a name, for the completion of shells. */
    static final class Known extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Known() {
            super(List.of(WEB, EMBEDDED));
        }
    }

    /** A source that can be used until it is closed. */
    public record OpenSource(ImageSource images, ProxySettings proxies, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException("the mirror does not stop", e);
            }
        }
    }

    /**
     * Checks the options; touches neither network nor disk.
     *
     * @throws ParameterException when they make no sense
     */
    public void check() {
        boolean embedded = source.equalsIgnoreCase(EMBEDDED);
        try {
            if (embedded) {
                mirror.options();
            } else {
                ProxySettings.of(System.getenv()).proxyFor(images().uri(1));
            }
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
        checkForeign();
        if (!embedded && MirrorOptionGroup.NAMES.stream().anyMatch(this::isTyped)) {
            throw usageError(
                    String.join(", ", MirrorOptionGroup.NAMES.subList(0, MirrorOptionGroup.NAMES.size() - 1)) + " and "
                            + MirrorOptionGroup.NAMES.get(MirrorOptionGroup.NAMES.size() - 1)
                            + " go with --source embedded only");
        }
    }

    /**
     * Returns whether the source is that of a report, and another site than the one that was configured. Only what the
     * user typed is asked then for more than an image.
     */
    public boolean isForeign() {
        if (!ConfigDefaults.isOfReport(command(), OPTION) || source.equalsIgnoreCase(EMBEDDED)) {
            return false;
        }
        String configured = ConfigDefaults.configured(command(), OPTION).orElse(WEB);
        return configured.equalsIgnoreCase(EMBEDDED) || !images().isSameOrigin(images(configured));
    }

    private void checkForeign() {
        if (!isForeign() || source.equalsIgnoreCase(WEB)) {
            return;
        }
        if (ConfigDefaults.configured(command(), OPTION).isPresent() || !images().isLocal()) {
            throw usageError("the report names the source " + source
                    + ", which is asked only when it is typed: --source " + source);
        }
    }

    /** Returns where the image of an id would come from; the built-in mirror has no address before it runs. */
    public String address(int id) {
        return source.equalsIgnoreCase(EMBEDDED)
                ? EMBEDDED + ":" + ImageName.of(id)
                : images().uri(id).toString();
    }

    /** Returns the source as it was asked for. */
    public String asked() {
        return source;
    }

    private ImageSource images() {
        return images(source);
    }

    private ImageSource images(String text) {
        if (text.equalsIgnoreCase(WEB)) {
            return ImageSource.WEB;
        }
        try {
            return ImageSource.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(OPTION + ": " + e.getMessage() + origin(OPTION), e);
        }
    }

    /**
     * Opens the source, which starts the mirror if that is it.
     *
     * @throws IOException when the mirror cannot start
     */
    public OpenSource open() throws IOException {
        if (!source.equalsIgnoreCase(EMBEDDED)) {
            return new OpenSource(images(), ProxySettings.of(System.getenv()), () -> {});
        }
        MirrorOptions options = mirror.options();
        MirrorServer server = MirrorServer.start(options);
        return new OpenSource(ImageSource.parse(server.baseUri().toString()), ProxySettings.NONE, server);
    }
}
