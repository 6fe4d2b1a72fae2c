package pokemon.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;

/** A child that answers the id 7 with lines of the test's, and each other one rightly. */
final class LyingChild {
    private LyingChild() {}

    /**
     * Returns the command that starts it; see {@link InstantChild#command}.
     *
     * @param lines the answer to id 7, in which {@code NONCE} stands for the nonce
     */
    static ChildCommand command(String lines) {
        return new ChildCommand(
                List.of("-cp", System.getProperty("java.class.path"), LyingChild.class.getName(), lines));
    }

    /** Answers until its standard input ends; the last argument is the nonce and the first one the lie. */
    public static void main(String[] args) throws IOException {
        String nonce = args[args.length - 1];
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(ChildProtocol.ready(nonce));
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("7")) {
                out.println(args[0].replace("NONCE", nonce));
            } else if (line.matches("[0-9]+")) {
                int id = Integer.parseInt(line);
                out.print(ChildProtocol.done(
                        nonce, id, new Outcome.Saved(id, Optional.empty()), new AttemptTrace(false)));
                out.flush();
            }
        }
    }
}
