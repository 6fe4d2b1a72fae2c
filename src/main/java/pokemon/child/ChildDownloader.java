package pokemon.child;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import pokemon.download.DownloadSettings;
import pokemon.download.Downloader;
import pokemon.download.FailureKind;
import pokemon.download.Outcome;
import pokemon.download.OutputDirectory;
import pokemon.download.WorkerStartException;

/**
 * Downloads images in a child JVM.
 *
 * <p>A child that dies or hangs fails the id it was working on with {@link FailureKind#WORKER_DIED}; a new child takes
 * its place when the next id comes. Not for use by several threads at once.
 */
public final class ChildDownloader implements Downloader {
    /** How long a JVM may take to start, on a machine that is busy starting many. */
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    /** What an attempt may take beyond its own deadline: decoding and writing a large image. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ChildCommand command;
    private final DownloadSettings settings;
    private final OutputDirectory output;
    private final Consumer<String> log;
    private ChildProcess child;
    private boolean ready;
    private boolean working;
    private int started;

    /**
     * Starts a child without waiting until it is ready. When the system does not start it, {@link #awaitReady} tries
     * again and has the last word.
     *
     * @param log takes what the child prints, a line at a time, on other threads
     */
    public ChildDownloader(ChildCommand command, DownloadSettings settings, Consumer<String> log) {
        this.command = command;
        this.settings = settings;
        this.output = new OutputDirectory(settings.directory());
        this.log = log;
        try {
            start();
        } catch (WorkerStartException e) {
            log.accept(e.getMessage());
        }
    }

    private void start() throws WorkerStartException {
        child = ChildProcess.start(command, settings, log);
        ready = false;
        started++;
    }

    /** Waits until the child can download, starting a new one first when the last one is gone. */
    @Override
    public void awaitReady() throws WorkerStartException, InterruptedException {
        if (child != null && ready && child.isDead()) {
            end(true);
        }
        if (child == null) {
            start();
        }
        if (ready) {
            return;
        }
        ChildProcess.Reply reply = child.await(START_LIMIT);
        if (reply instanceof ChildProcess.Reply.Answered) {
            ready = true;
            return;
        }
        String reason = reply instanceof ChildProcess.Reply.Dead
                ? child.obituary()
                : "child " + child.pid() + " was not ready within " + START_LIMIT.toSeconds() + " s";
        end(true);
        throw new WorkerStartException(reason);
    }

    @Override
    public int processesStarted() {
        return started;
    }

    @Override
    public Outcome download(int id) throws InterruptedException {
        try {
            // A child that died while there was nothing to do must not be counted against the id.
            awaitReady();
        } catch (WorkerStartException e) {
            return new Outcome.Failed(FailureKind.TRANSIENT, e.getMessage());
        }
        working = true;
        child.send(id + "\n");
        ChildProcess.Reply reply = child.await(settings.timeout().plus(GRACE));
        working = false;
        if (reply instanceof ChildProcess.Reply.Answered answered && answered.answer() instanceof Wire.Done done) {
            return done.outcome();
        }
        String reason = reply instanceof ChildProcess.Reply.Dead
                ? child.obituary()
                : "child " + child.pid() + " hung and was killed";
        end(true);
        return new Outcome.Failed(FailureKind.WORKER_DIED, reason);
    }

    @Override
    public void close() {
        if (child != null) {
            // An idle child has nothing to clean up, and a JVM takes a third of a second to end by itself: it waits for
            // threads in native code, such as the HTTP client's selector (HotSpot, VM_Exit).
            end(!working);
        }
    }

    private void end(boolean kill) {
        try {
            child.end(output, kill);
        } catch (IOException e) {
            log.accept("cannot clean up after child " + child.pid() + ": " + e.getMessage());
        } finally {
            child = null;
        }
    }
}
