package pokemon.cli.process;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import pokemon.directory.SystemKind;

/** The environment variables of the program, and the user's home directory. */
public record Environment(Map<String, String> variables, String home) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** Returns those of this process. */
    public static Environment ofThisProcess() {
        Map<String, String> variables = SystemKind.isWindows() ? inUpperCase(System.getenv()) : System.getenv();
        return new Environment(variables, variables.getOrDefault("HOME", System.getProperty("user.home")));
    }

    /** Windows does not distinguish names by their case. */
    private static Map<String, String> inUpperCase(Map<String, String> variables) {
        Map<String, String> upper = new HashMap<>();
        variables.forEach((name, value) -> upper.put(name.toUpperCase(Locale.ROOT), value));
        return upper;
    }

    /** Returns the value of a variable, empty when it is not set. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
