package pokemon.experiment.compare.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a child JVM prints while it runs: a pipe that nobody reads would stop the child. */
final class ChildOutput {
    private static final Pattern REPORT = Pattern.compile("begun ([0-9]+) nanos ([0-9]+)");
    private static final int LONGEST_LINE = 1_000;

    /** For what a child that has ended left in the pipe, which its own children may hold open for ever. */
    private static final long PATIENCE_SECONDS = 10;

    private final FutureTask<Printed> all;

    /**
     * What is kept of it.
     *
     * @param firstLine the first line that is not blank
     * @param report when it began, in microseconds since 1970, and the nanoseconds that it worked
     */
    record Printed(Optional<String> firstLine, Optional<MatchResult> report) {
        private static final Printed NOTHING = new Printed(Optional.empty(), Optional.empty());

        private Printed and(String line) {
            Matcher matcher = REPORT.matcher(line);
            return new Printed(
                    firstLine.or(() -> Optional.of(line).filter(text -> !text.isBlank())),
                    matcher.find() ? Optional.of(matcher.toMatchResult()) : report);
        }
    }

    private ChildOutput(Process child) {
        all = new FutureTask<>(() -> read(child));
    }

    /** Begins to read. */
    static ChildOutput of(Process child) {
        ChildOutput output = new ChildOutput(child);
        Thread reader = new Thread(output.all, "output of " + child.pid());
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    private static Printed read(Process child) throws IOException {
        Printed printed = Printed.NOTHING;
        StringBuilder line = new StringBuilder();
        try (Reader in = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int letter = in.read(); letter >= 0; letter = in.read()) {
                if (letter == '\n') {
                    printed = printed.and(line.toString().stripTrailing());
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) letter);
                }
            }
        }
        return printed.and(line.toString());
    }

    /**
     * Returns what a child that has ended printed.
     *
     * @throws IOException when that cannot be read to its end
     */
    Printed printed() throws IOException, InterruptedException {
        try {
            return all.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the output of a child JVM does not end", e);
        } catch (ExecutionException e) {
            throw new IOException("the output of a child JVM cannot be read: " + e.getCause(), e);
        }
    }
}
