package pokemon.cli;

import java.util.Map;

/**
 * What the program finds where it is started.
 *
 * @param environment the environment variables
 * @param home the user's home directory
 */
public record Environment(Map<String, String> environment, String home) {
    public Environment {
        environment = Map.copyOf(environment);
    }

    /** Returns those of this process. */
    public static Environment ofThisProcess() {
        Map<String, String> environment = System.getenv();
        return new Environment(environment, environment.getOrDefault("HOME", System.getProperty("user.home")));
    }

    /** Returns the value of a variable, empty when it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
