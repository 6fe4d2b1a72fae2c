package pokemon;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One run of the tool in this JVM. */
record Tool(int exitCode, List<String> out, List<String> err) {
    /** Runs a command line; words in {@code more} are arguments of their own whatever they hold. */
    static Tool run(String words, Object... more) {
        String[] arguments = Stream.concat(
                        Arrays.stream(words.split(" ", -1)), Arrays.stream(more).map(Object::toString))
                .toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
        return new Tool(
                exitCode,
                out.toString().lines().toList(),
                err.toString().lines().toList());
    }

    /** Returns the name of an image. */
    static String name(int id) {
        return String.format(Locale.ROOT, "%03d.png", id);
    }
}
