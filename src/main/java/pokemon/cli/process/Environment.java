package pokemon.cli.process;

import java.util.Map;

/**
 * The environment of the program.
 *
 * @param variables the environment variables
 * @param home the user's home directory
 */
public record Environment(Map<String, String> variables, String home) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** Returns those of this process. */
    public static Environment ofThisProcess() {
        Map<String, String> variables = System.getenv();
        return new Environment(variables, variables.getOrDefault("HOME", System.getProperty("user.home")));
    }

    /** Returns the value of a variable, empty when it is not set. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
