package pokemon.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pokemon.Main;
import pokemon.cli.process.Environment;
import pokemon.cli.process.ExitCode;

/** One run of the command line in this JVM. */
public record Invocation(int exitCode, String out, String err) {
    /** Runs with no settings but those of the arguments. */
    public static Invocation of(String... args) {
        return in(new Environment(Map.of(), "nowhere"), args);
    }

    /** Runs with other settings than those of the arguments. */
    public static Invocation in(Environment environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(args, new PrintWriter(out), new PrintWriter(err), environment);
        return new Invocation(exitCode, out.toString(), err.toString());
    }

    /** Runs a command line; the words behind the first are arguments of their own whatever they hold. */
    public static Invocation line(String words, Object... more) {
        return of(Stream.concat(
                        Arrays.stream(words.split(" ", -1)), Arrays.stream(more).map(Object::toString))
                .toArray(String[]::new));
    }

    /** Runs a command line as {@link #line} does, and asserts that it succeeds. */
    public static Invocation ok(String words, Object... more) {
        return line(words, more).assertExit(ExitCode.OK);
    }

    public List<String> outLines() {
        return out.lines().toList();
    }

    public List<String> errLines() {
        return err.lines().toList();
    }

    /** Returns the JSON document on standard output. */
    public JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }

    public Invocation assertExit(int expected) {
        assertEquals(expected, exitCode, () -> err + out);
        return this;
    }

    /** Asserts that this failed with one message and without a result. */
    public Invocation assertFailed(int expected, String message) {
        assertExit(expected);
        assertEquals(List.of("pokemon: " + message), errLines());
        assertEquals("", out);
        return this;
    }

    /** Asserts that the arguments were refused with this message and a hint. */
    public Invocation assertRefused(String message) {
        assertRefusedBecause(message);
        assertEquals("pokemon: " + message, errLines().get(0));
        return this;
    }

    /** Asserts that the arguments were refused in a line that contains a text, with a hint. */
    public Invocation assertRefusedBecause(String part) {
        assertExit(ExitCode.USAGE);
        assertEquals("", out);
        assertEquals(2, errLines().size(), err);
        assertTrue(err.startsWith("pokemon: ") && err.contains(part), err);
        assertTrue(errLines().get(1).matches("Try 'pokemon .*--help' for more information\\."), err);
        return this;
    }
}
