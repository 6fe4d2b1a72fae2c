package pokemon.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pokemon.cli.config.ConfigDefaults;
import pokemon.cli.value.Candidates;
import pokemon.directory.ImageName;
import pokemon.download.connect.ProxySettings;
import pokemon.source.Source;
import pokemon.source.SourceCatalog;
import pokemon.source.SourceCatalog.Place;

/** The options that choose where images come from. */
public final class SourceOptions extends OptionMixin {
    private static final String OPTION = "--source";

    @Option(
            names = OPTION,
            paramLabel = "SOURCE",
            defaultValue = Source.WEB,
            completionCandidates = Known.class,
            description =
                    "Where images come from: a name that pokemon sources lists, such as web (the public site) or embedded "
                            + "(a built-in mirror of synthetic images, started for this run); a base URL; a URL with {id} "
                            + "(025) or {n} (25) in it; or a directory of images. Default: ${DEFAULT-VALUE}.")
    private String source;

    @ArgGroup(validate = false, heading = "%nThe mirror of --source embedded:%n")
    private MirrorOptionGroup mirror = new MirrorOptionGroup();

    /** The names of sources, for the completion of shells. */
    static final class Known extends Candidates {
        Known() {
            super(SourceNames.all(Map.of()).stream());
        }
    }

    /** Checks the options without network; throws a {@link ParameterException} when they make no sense. */
    public void check() {
        source();
        checkForeign();
        List<String> names = MirrorOptionGroup.NAMES;
        if (!(place(source) instanceof Place.Mirror) && names.stream().anyMatch(this::isTyped)) {
            int last = names.size() - 1;
            throw usageError(String.join(", ", names.subList(0, last)) + " and " + names.get(last)
                    + " go with --source embedded only");
        }
    }

    /** Returns the source, which is not open yet. */
    public Source source() {
        try {
            if (place(source) instanceof Place.Server server) {
                return new Source.Server(server.images(), ProxySettings.of(System.getenv()));
            }
            Optional<Path> directory = ((Place.Mirror) place(source)).directory();
            return new Source.Embedded(directory.isPresent() ? mirror.serving(directory.get()) : mirror.options());
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
    }

    private Place place(String text) {
        try {
            return SourceNames.place(command(), text);
        } catch (IllegalArgumentException e) {
            throw usageError(OPTION + ": " + e.getMessage() + (text.equals(source) ? origin(OPTION) : ""));
        }
    }

    /**
     * Returns whether the source comes from a report and has another origin than the configured one. Configured headers
     * are not sent to such a source.
     */
    public boolean isForeign() {
        if (!(place(source) instanceof Place.Server server) || !ConfigDefaults.isOfReport(command(), OPTION)) {
            return false;
        }
        Place configured = place(ConfigDefaults.configured(command(), OPTION).orElse(Source.WEB));
        return !(configured instanceof Place.Server usual) || !server.images().isSameOrigin(usual.images());
    }

    private void checkForeign() {
        if (isForeign()
                && !SourceCatalog.isBuiltIn(source)
                && (ConfigDefaults.configured(command(), OPTION).isPresent()
                        || !((Place.Server) place(source)).images().isLocal())) {
            throw usageError("the report names the source " + source + "; to use it, type --source " + source);
        }
    }

    /** Returns where the image of an id would come from; the built-in mirror has no address before it runs. */
    public String address(int id) {
        return place(source) instanceof Place.Server server
                ? server.images().uri(id).toString()
                : source + ":" + ImageName.of(id);
    }

    /** Returns the source as it was asked for. */
    public String asked() {
        return source;
    }
}
