package pokemon.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pokemon.directory.Resource;
import pokemon.download.ImageSource;

/** The possible values of {@code --source}: a URL, a host, a directory, {@code embedded}, or a name. */
public record SourceCatalog(List<SourceCatalog.NamedSource> sources) {
    private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
    private static final Pattern PATH = Pattern.compile("[/~.\\\\].*|[A-Za-z]:[\\\\/].*");

    /** A host without a scheme: with a dot or a port in it, or this one. */
    private static final Pattern HOST =
            Pattern.compile("(?i)(localhost|\\[[0-9a-f:.]+]|[^/\\s]*[.:][^/\\s]*)([:/].*)?");

    private static final Pattern PLAIN_HOST =
            Pattern.compile("(?i)(localhost|\\[.*]|[0-9.]+)([:/].*)?|[^/]*:[0-9]+(/.*)?");

    /** A lower-case name, the URL of an image with the place of its id, and a clause about what is there. */
    public record NamedSource(String name, String template, String about) {}

    /** Where images come from. */
    public sealed interface Place {
        /** The built-in mirror, serving a directory if there is one. */
        record Mirror(Optional<Path> directory) implements Place {}

        record Server(ImageSource images) implements Place {}
    }

    public SourceCatalog {
        sources = List.copyOf(sources);
    }

    /**
     * Returns the built-in names and those of the user.
     *
     * @param configured templates by name
     * @throws IllegalArgumentException when a name is built in already or a template is none; the message says which
     */
    public static SourceCatalog with(Map<String, String> configured) {
        List<NamedSource> sources = new ArrayList<>(builtIn());
        configured.forEach((name, template) -> {
            if (isBuiltIn(name)) {
                throw new IllegalArgumentException("source." + name + ": the name is built in; choose another one");
            }
            try {
                sources.add(new NamedSource(name, ImageSource.parse(template).template(), "from your settings"));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("source." + name + ": " + e.getMessage(), e);
            }
        });
        return new SourceCatalog(sources);
    }

    private static List<NamedSource> builtIn() {
        return Resource.text(SourceCatalog.class, "sources.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 3))
                .map(words -> new NamedSource(words[0], words[1], words[2]))
                .toList();
    }

    /** Returns whether a name stands for a source whatever the user's settings. */
    public static boolean isBuiltIn(String name) {
        return name.equalsIgnoreCase(Source.EMBEDDED)
                || builtIn().stream().anyMatch(source -> source.name().equalsIgnoreCase(name));
    }

    /**
     * Finds the place that a text stands for.
     *
     * @return nothing when the text has the form of a name, and there is none
     * @throws IllegalArgumentException when the text has another form and is invalid; the message says why
     */
    public Optional<Place> find(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.equals(Source.EMBEDDED)) {
            return Optional.of(new Place.Mirror(Optional.empty()));
        }
        Optional<NamedSource> named =
                sources.stream().filter(source -> source.name().equals(name)).findFirst();
        if (named.isPresent()) {
            return Optional.of(new Place.Server(new ImageSource(named.get().template())));
        }
        if (URL.matcher(text).matches()) {
            return Optional.of(new Place.Server(ImageSource.parse(text)));
        }
        Optional<Path> directory = directory(text);
        if (directory.isPresent() || PATH.matcher(text).matches()) {
            return Optional.of(new Place.Mirror(Optional.of(directory.orElseThrow(() ->
                    new IllegalArgumentException("'" + text + "' is no directory, and no http:// or https:// URL")))));
        }
        return HOST.matcher(text).matches() ? Optional.of(new Place.Server(ofHost(text))) : Optional.empty();
    }

    private static Optional<Path> directory(String text) {
        try {
            return Optional.of(Path.of(text)).filter(path -> !text.isEmpty() && Files.isDirectory(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Reads an address without its scheme, which is http for this machine and where a port or an address is given. */
    private static ImageSource ofHost(String text) {
        String scheme = PLAIN_HOST.matcher(text).matches() ? "http://" : "https://";
        try {
            return ImageSource.parse(scheme + text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage().replace("'" + scheme + text, "'" + text), e);
        }
    }
}
