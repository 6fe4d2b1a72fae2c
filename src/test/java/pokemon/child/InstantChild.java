package pokemon.child;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pokemon.download.Downloader;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;

/** A child JVM that answers each id at once, without downloading anything. */
final class InstantChild {
    private static final Outcome ANSWER = new Outcome.Saved(1, Optional.empty());

    private InstantChild() {}

    /**
     * Returns the command that starts it.
     *
     * <p>Java takes the first name among its arguments for the main class, and so the real one, which comes behind the
     * user's arguments, for an argument of this one.
     */
    static ChildCommand command() {
        return new ChildCommand(List.of("-cp", System.getProperty("java.class.path"), InstantChild.class.getName()));
    }

    /** Runs the loop of a real child until its standard input ends; the last argument is the nonce. */
    public static void main(String[] args) throws IOException {
        ChildMain.run(args[args.length - 1], settings -> new InstantDownloader());
    }

    private static final class InstantDownloader implements Downloader {
        @Override
        public Outcome download(int id, AttemptTrace trace) {
            return ANSWER;
        }

        @Override
        public void close() {}
    }
}
