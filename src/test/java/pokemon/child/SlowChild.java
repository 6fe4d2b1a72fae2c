package pokemon.child;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pokemon.download.Downloader;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;

/** A child whose images each take a time, as if they were long to decode. */
final class SlowChild implements Downloader {
    private final Duration time;

    private SlowChild(Duration time) {
        this.time = time;
    }

    /** Returns the command that starts it; see {@link InstantChild#command}. */
    static ChildCommand command(Duration time) {
        return new ChildCommand(
                List.of("-cp", System.getProperty("java.class.path"), "-Dtime=" + time, SlowChild.class.getName()));
    }

    /** Runs the loop of a real child until its standard input ends; the last argument is the nonce. */
    public static void main(String[] args) throws IOException {
        ChildMain.run(args[args.length - 1], settings -> new SlowChild(Duration.parse(System.getProperty("time"))));
    }

    @Override
    public Outcome download(int id, AttemptTrace trace) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        return new Outcome.Saved(id, Optional.empty());
    }

    @Override
    public void close() {}
}
