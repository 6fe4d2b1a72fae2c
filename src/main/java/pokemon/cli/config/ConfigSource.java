package pokemon.cli.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pokemon.directory.InputFile;
import pokemon.directory.IoErrors;
import pokemon.report.PreviousRun;

/**
 * Settings from one place. An empty value is as good as none.
 *
 * @param values the values by the names of their settings
 * @param origin tells people where the value of a setting stands
 * @param isReport whether they are those of an earlier run
 */
record ConfigSource(Map<String, String> values, UnaryOperator<String> origin, boolean isReport) {
    /** Names the file of settings, which cannot do that itself. */
    static final String CONFIG = "POKEMON_CONFIG";

    private static final Pattern SERVICE = Pattern.compile(ConfigKey.VARIABLE_PREFIX
            + "(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    private static final Pattern ADDRESS_OF_SERVICE = Pattern.compile("(tcp|udp|sctp)://.*");

    ConfigSource {
        values = values.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A run that finishes an earlier one goes on as that began. */
    static ConfigSource ofReport(PreviousRun run, String file) {
        return new ConfigSource(
                Map.of(
                        "tp", run.kind(),
                        "nbr-tp", run.workers(),
                        "out-dir", run.directory(),
                        "source", run.source()),
                name -> file,
                true);
    }

    /** Returns whether Kubernetes or Docker set a variable for a service that has our name, or one that begins so. */
    private static boolean isOfOrchestrator(String name, String value) {
        return SERVICE.matcher(name).matches()
                || (name.endsWith("_PORT") && ADDRESS_OF_SERVICE.matcher(value).matches());
    }

    /**
     * Takes the variables of an environment that are ours.
     *
     * @throws IOException when one of them stands for no setting
     */
    static ConfigSource ofEnvironment(Map<String, String> environment, Set<String> names) throws IOException {
        Map<String, String> known =
                names.stream().collect(Collectors.toMap(ConfigKey::variable, UnaryOperator.identity()));
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (isOfOrchestrator(name, variable.getValue())) {
                continue;
            }
            if (known.containsKey(name)) {
                values.put(known.get(name), variable.getValue());
            } else if (name.startsWith(ConfigKey.VARIABLE_PREFIX) && !name.equals(CONFIG)) {
                throw new IOException(
                        "environment: '" + name + "'" + ConfigKey.unknownKeyMessage(name, known.keySet()));
            }
        }
        return new ConfigSource(values, ConfigKey::variable, false);
    }

    /**
     * Reads a file of properties.
     *
     * @throws IOException when it cannot be read, or one of its keys stands for no setting
     */
    static ConfigSource ofFile(Path file, Set<String> names) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Properties properties = properties(file);
        for (String key : new TreeMap<>(properties)
                .keySet().stream().map(Object::toString).toList()) {
            String name = ConfigKey.normal(key);
            if (!names.contains(name)) {
                throw new IOException(file + ": '" + key + "'" + ConfigKey.unknownKeyMessage(name, names));
            }
            // Properties keep the blanks that nobody sees at the end of a line.
            if (values.put(name, properties.getProperty(key).strip()) != null) {
                throw new IOException(file + ": '" + name + "' is there twice, with - and with _");
            }
        }
        return new ConfigSource(values, name -> file.toString(), false);
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(InputFile.text(file, InputFile.MOST_TEXT)));
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
