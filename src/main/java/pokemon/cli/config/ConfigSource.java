package pokemon.cli.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pokemon.cli.process.Environment;
import pokemon.directory.InputFile;
import pokemon.directory.IoErrors;
import pokemon.report.PreviousRun;

/** Values by their keys, from a place that {@code origins} names. An empty value counts as none. */
record ConfigSource(Map<String, String> values, UnaryOperator<String> origins, boolean isReport) {
    private static final Pattern SERVICE = Pattern.compile(ConfigKey.VARIABLE_PREFIX
            + "(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    private static final String BACKSLASH = "a backslash is written twice, as in C:\\\\images";

    private static final Pattern UNKNOWN_ESCAPE =
            Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\[^\\\\ntrfu:=#! \\r\\n]\\S{0,20}");

    private static final Pattern ADDRESS_OF_SERVICE = Pattern.compile("(tcp|udp|sctp)://.*");

    ConfigSource {
        values = values.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Takes the parameters of an earlier run, for a run that finishes it. */
    static ConfigSource ofReport(PreviousRun run) {
        return new ConfigSource(
                Map.of(
                        "tp", run.kind(),
                        "nbr-tp", run.workers(),
                        "out-dir", run.directory(),
                        "source", run.source()),
                key -> run.file().toString(),
                true);
    }

    /** Returns whether Kubernetes or Docker set a variable for a service whose name begins with ours. */
    private static boolean isOfOrchestrator(String name, String value) {
        return SERVICE.matcher(name).matches()
                || (name.endsWith("_PORT") && ADDRESS_OF_SERVICE.matcher(value).matches());
    }

    /** Takes the variables of an environment that are ours; throws an {@link IOException} for one without a key. */
    static ConfigSource ofEnvironment(Map<String, String> environment, KnownKeys keys) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (!name.startsWith(ConfigKey.VARIABLE_PREFIX)
                    || name.equals(ConfigKey.FILE_VARIABLE)
                    || isOfOrchestrator(name, variable.getValue())) {
                continue;
            }
            Optional<String> key = keys.find(each -> ConfigKey.variable(each).equals(name));
            if (key.isEmpty()) {
                List<String> variables =
                        keys.all().stream().map(ConfigKey::variable).toList();
                throw new IOException("environment: '" + name + "'" + ConfigKey.unknownKeyMessage(name, variables));
            }
            values.put(key.get(), variable.getValue());
        }
        return new ConfigSource(values, ConfigKey::variable, false);
    }

    /**
     * Returns the configuration file in its usual place, if it exists (XDG Base Directory Specification; Windows has
     * APPDATA).
     */
    static Optional<Path> usualFile(Environment environment) {
        return absolute(environment.variable("XDG_CONFIG_HOME"))
                .or(() -> absolute(environment.variable("APPDATA")))
                .or(() -> absolute(environment.home()).map(home -> home.resolve(".config")))
                .map(base -> base.resolve("pokemon/config.properties"))
                .filter(Files::exists);
    }

    private static Optional<Path> absolute(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            // The name has letters that the locale lacks, so Java cannot open anything in there.
            return Optional.empty();
        }
    }

    /** Reads a file of properties; throws an {@link IOException} also when it has an unknown key. */
    static ConfigSource ofFile(Path file, KnownKeys keys) throws IOException {
        Map<String, String> values = new HashMap<>();
        Properties properties = properties(file);
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            String key = ConfigKey.normal(name);
            if (!ConfigKey.isSource(key) && keys.find(key::equals).isEmpty()) {
                throw new IOException(file + ": '" + name + "'" + ConfigKey.unknownKeyMessage(key, keys.all()));
            }
            if (hasStrayEscape(key, properties.getProperty(name).strip())) {
                throw new IOException(file + ": '" + name + "': " + BACKSLASH);
            }
            // Properties keep blanks at the end of a line.
            if (values.put(key, properties.getProperty(name).strip()) != null) {
                throw new IOException(file + ": '" + key + "' appears twice, with - and with _");
            }
        }
        return new ConfigSource(values, key -> file.toString(), false);
    }

    /** Returns whether a value has a tab or a line break where none belongs: C:\\temp\\new was written without care. */
    private static boolean hasStrayEscape(String key, String value) {
        return value.chars().anyMatch(letter -> "\t\r\f".indexOf(letter) >= 0)
                || (value.contains("\n") && !ConfigKey.hasLines(key));
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try {
            String text = InputFile.text(file, InputFile.MAX_TEXT);
            // Java would drop the backslash of an escape that it does not know, such as those of a path on Windows.
            Matcher unknown = UNKNOWN_ESCAPE.matcher(text);
            if (unknown.find()) {
                throw new IOException(file + ": " + unknown.group() + ": " + BACKSLASH);
            }
            properties.load(new StringReader(text));
            return properties;
        } catch (NoSuchFileException e) {
            throw new IOException("no such file of settings: " + file, e);
        } catch (IOException e) {
            throw new IOException("cannot read the settings in " + file + ": " + IoErrors.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw new IOException("cannot read the settings in " + file + ": " + e.getMessage(), e);
        }
    }
}
