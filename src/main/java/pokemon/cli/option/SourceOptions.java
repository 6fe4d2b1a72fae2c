package pokemon.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pokemon.cli.config.ConfigDefaults;
import pokemon.directory.ImageName;
import pokemon.download.ImageSource;
import pokemon.download.connect.ProxySettings;
import pokemon.source.Source;

/** The options that choose where images come from. */
public final class SourceOptions extends OptionMixin {
    private static final String OPTION = "--source";

    @Option(
            names = OPTION,
            paramLabel = "SOURCE",
            defaultValue = Source.WEB,
            completionCandidates = Known.class,
            description = {
                "Where images come from: web (the public site), embedded (a built-in mirror of synthetic images,",
                "started for this run), a base URL, or a URL with {id} in it. Default: ${DEFAULT-VALUE}."
            })
    private String source;

    @ArgGroup(validate = false, heading = "%nThe mirror of --source embedded:%n")
    private MirrorOptionGroup mirror = new MirrorOptionGroup();

    /** The names of sources, for the completion of shells. */
    static final class Known extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Known() {
            super(List.of(Source.WEB, Source.EMBEDDED));
        }
    }

    /**
     * Checks the options; touches neither network nor disk.
     *
     * @throws ParameterException when they make no sense
     */
    public void check() {
        source();
        checkForeign();
        List<String> names = MirrorOptionGroup.NAMES;
        if (!isEmbedded() && names.stream().anyMatch(this::isTyped)) {
            int last = names.size() - 1;
            throw usageError(String.join(", ", names.subList(0, last)) + " and " + names.get(last)
                    + " go with --source embedded only");
        }
    }

    /** Returns the source, which is not open yet. */
    public Source source() {
        try {
            return isEmbedded()
                    ? new Source.Embedded(mirror.options())
                    : new Source.Server(images(), ProxySettings.of(System.getenv()));
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
    }

    private boolean isEmbedded() {
        return source.equalsIgnoreCase(Source.EMBEDDED);
    }

    private ImageSource images() {
        return images(source);
    }

    private ImageSource images(String text) {
        try {
            return Source.Server.parse(text);
        } catch (IllegalArgumentException e) {
            throw usageError(OPTION + ": " + e.getMessage() + (text.equals(source) ? origin(OPTION) : ""));
        }
    }

    /**
     * Returns whether the source comes from a report and has another origin than the configured one. Configured headers
     * are not sent to such a source.
     */
    public boolean isForeign() {
        if (isEmbedded() || !ConfigDefaults.isOfReport(command(), OPTION)) {
            return false;
        }
        String configured = ConfigDefaults.configured(command(), OPTION).orElse(Source.WEB);
        return configured.equalsIgnoreCase(Source.EMBEDDED) || !images().isSameOrigin(images(configured));
    }

    private void checkForeign() {
        if (isForeign()
                && !source.equalsIgnoreCase(Source.WEB)
                && (ConfigDefaults.configured(command(), OPTION).isPresent() || !images().isLocal())) {
            throw usageError("the report names the source " + source
                    + ", which is asked only when it is typed: --source " + source);
        }
    }

    /** Returns where the image of an id would come from; the built-in mirror has no address before it runs. */
    public String address(int id) {
        return isEmbedded()
                ? Source.EMBEDDED + ":" + ImageName.of(id)
                : images().uri(id).toString();
    }

    /** Returns the source as it was asked for. */
    public String asked() {
        return source;
    }
}
