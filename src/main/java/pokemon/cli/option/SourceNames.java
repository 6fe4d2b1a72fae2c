package pokemon.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import pokemon.cli.config.ConfigDefaults;
import pokemon.cli.config.Suggestion;
import pokemon.cli.value.Converters;
import pokemon.source.Source;
import pokemon.source.SourceCatalog;
import pokemon.source.SourceCatalog.NamedSource;

/** Reads the word for a source, with the names from the user's settings. */
public final class SourceNames {
    private SourceNames() {}

    static List<String> all(Map<String, String> configured) {
        List<String> names = new ArrayList<>(List.of(Source.EMBEDDED));
        SourceCatalog.with(configured).sources().stream().map(NamedSource::name).forEach(names::add);
        return names;
    }

    /**
     * Returns the place that a word stands for.
     *
     * @throws IllegalArgumentException when it stands for none; the message says why and what it may be instead
     */
    public static SourceCatalog.Place place(CommandSpec command, String text) {
        Map<String, String> configured = ConfigDefaults.namedSources(command);
        String word = Converters.FilePath.inHome(text);
        return SourceCatalog.with(configured)
                .find(word)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no source"
                        + Suggestion.nearest(text, all(configured))
                                .map(name -> "; did you mean '" + name + "'?")
                                .orElse("; use a name that pokemon sources lists, a URL or a directory")));
    }
}
