package pokemon.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import pokemon.download.DownloadSettings;
import pokemon.download.ImageSource;
import pokemon.download.WorkerStartException;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;

/** What it costs to have an id done by a child JVM, beyond doing it: there and back over the pipes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChildBenchmark {
    private static final Outcome ANSWER = new Outcome.Saved(1, Optional.empty());

    /** A child JVM that answers each id at once, without downloading anything. */
    static final class InstantChild {
        private InstantChild() {}

        /** Runs the loop of a real child until its standard input ends; the last argument is the nonce. */
        public static void main(String[] args) throws IOException {
            ChildMain.run(args[args.length - 1], settings -> (id, trace) -> ANSWER);
        }
    }

    private Path directory;
    private ChildDownloader child;

    /** Starts the child. */
    @Setup(Level.Trial)
    public void start() throws IOException, WorkerStartException, InterruptedException {
        directory = Files.createTempDirectory("pokemon-benchmark");
        DownloadSettings settings = DownloadSettings.of(
                ImageSource.parse("http://127.0.0.1:1"), directory, RequestSettings.of("benchmark"));
        // Java takes the first name among its arguments for the main class, and the real one for an argument of it.
        String main = InstantChild.class.getName();
        ChildCommand command = new ChildCommand(List.of("-cp", System.getProperty("java.class.path"), main));
        child = new ChildDownloader(command, settings, 1, new ChildListener() {});
        child.awaitReady();
    }

    /** Ends the child. */
    @TearDown(Level.Trial)
    public void end() throws IOException {
        child.close();
        Files.delete(directory);
    }

    /** One id there, its outcome back. */
    @Benchmark
    public Outcome roundTrip() throws InterruptedException {
        Outcome outcome = child.download(1, new AttemptTrace(false));
        if (!outcome.equals(ANSWER)) {
            throw new IllegalStateException("not the answer of the child: " + outcome);
        }
        return outcome;
    }
}
