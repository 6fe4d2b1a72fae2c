package pokemon.launch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pokemon.Main;
import pokemon.cli.process.Environment;

/** One run of the command line in this JVM. */
public record Invocation(int exitCode, String out, String err) {
    /** Runs with no settings but those of the arguments. */
    public static Invocation of(String... args) {
        return in(new Environment(Map.of(), "nowhere"), args);
    }

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

    public List<String> outLines() {
        return out.lines().toList();
    }

    public List<String> errLines() {
        return err.lines().toList();
    }
}
