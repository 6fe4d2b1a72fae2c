package pokemon.child;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import pokemon.child.ChildProtocol.Answer;
import pokemon.download.DownloadSettings;
import pokemon.download.Downloader;
import pokemon.download.WorkerStartException;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.output.OutputDirectory;
import pokemon.download.trace.AttemptTrace;

/**
 * Downloads images in a child JVM.
 *
 * <p>A child that dies or hangs ends its attempt with {@link FailureKind#WORKER_DIED}; a new child takes its place
 * before the worker claims the next id. {@code AttemptJudge} of the scheduler decides whether the id is tried again.
 * Not for use by several threads at once.
 */
public final class ChildDownloader implements Downloader {
    /** How long one JVM may take to start, and how much longer for each further one on the same processor. */
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private static final Duration START_LIMIT_SHARE = Duration.ofSeconds(5);

    /** How long an answer that was under way when the run stopped may take to arrive. */
    private static final Duration LAST_ANSWER = Duration.ofMillis(600);

    /** How much longer than the deadline of an attempt a child may be silent. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ChildCommand command;
    private final DownloadSettings settings;
    private final OutputDirectory output;
    private final ChildListener listener;
    private final Duration startLimit;
    private volatile ChildProcess child;
    private long startNanos;
    private boolean ready;
    private boolean working;
    private long bytesPerSecond;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    /**
     * Prepares a downloader; its child starts with the first wait for it. Up to {@code children} start at the same
     * time.
     */
    public ChildDownloader(ChildCommand command, DownloadSettings settings, int children, ChildListener listener) {
        this.command = command;
        this.settings = settings;
        this.output = new OutputDirectory(settings.directory());
        this.listener = listener;
        int perProcessor = children / Runtime.getRuntime().availableProcessors();
        this.startLimit = START_LIMIT.plus(START_LIMIT_SHARE.multipliedBy(perProcessor));
    }

    /** Waits until the child can download, starting a new one first when the last one is gone. */
    @Override
    public void awaitReady() throws WorkerStartException, InterruptedException {
        if (child != null && ready && child.isDead()) {
            lose("child " + child.pid() + " died while it had nothing to do");
        }
        if (child == null) {
            child = ChildProcess.start(command, settings, listener);
            startNanos = System.nanoTime();
            ready = false;
            started.incrementAndGet();
        }
        if (ready) {
            return;
        }
        Answer answer = child.await(startLimit);
        if (answer instanceof ChildProtocol.Ready) {
            ready = true;
            listener.childReady(child.pid(), Duration.ofNanos(System.nanoTime() - startNanos));
            return;
        }
        ChildProcess.End end = endOf(answer, "was not ready within " + startLimit.toSeconds() + " s");
        lose(end.description());
        throw new WorkerStartException(end.description(), end.exitCode());
    }

    @Override
    public int processesLost() {
        return lost.get();
    }

    @Override
    public void limit(long limit) {
        bytesPerSecond = limit;
    }

    @Override
    public void abandon() {
        ChildProcess current = child;
        if (current != null) {
            current.kill();
        }
    }

    @Override
    public int processesStarted() {
        return started.get();
    }

    @Override
    public Outcome download(int id, AttemptTrace trace) throws InterruptedException {
        try {
            // A child that died while there was nothing to do must not be counted against the id.
            awaitReady();
        } catch (WorkerStartException e) {
            return new Outcome.Failed(FailureKind.DEFECT, e.getMessage());
        }
        working = true;
        child.send(ChildProtocol.request(id, bytesPerSecond));
        Answer answer;
        try {
            answer = awaitOutcome(settings.request().timeout().plus(GRACE));
        } catch (InterruptedException e) {
            return lastOutcome(id, trace).orElseThrow(() -> e);
        }
        working = false;
        Optional<Outcome> outcome = outcomeOf(id, answer, trace);
        if (outcome.isPresent()) {
            return outcome.get();
        }
        String reason = endOf(answer, "hung and was killed").description();
        lose(reason);
        return new Outcome.Failed(FailureKind.WORKER_DIED, reason);
    }

    /** Returns the outcome of an id, or nothing when the answer is another. */
    private static Optional<Outcome> outcomeOf(int id, Answer answer, AttemptTrace trace) {
        if (answer instanceof ChildProtocol.Done done && done.id() == id) {
            trace.addAll(done.trace());
            return Optional.of(done.outcome());
        }
        return Optional.empty();
    }

    /** Returns how a child ended, or why it is to be killed. */
    private ChildProcess.End endOf(Answer answer, String ifSilent) throws InterruptedException {
        if (answer instanceof ChildProtocol.Exited) {
            return child.awaitEnd();
        }
        boolean silent = answer instanceof ChildProtocol.TimedOut;
        String reason = silent ? ifSilent : "gave an answer that was not asked for, and was killed";
        return new ChildProcess.End("child " + child.pid() + " " + reason, OptionalInt.empty());
    }

    /** Waits for the outcome of an id as long as the child shows signs of life. */
    private Answer awaitOutcome(Duration silence) throws InterruptedException {
        Answer answer;
        do {
            answer = child.await(silence);
        } while (answer instanceof ChildProtocol.Alive);
        return answer;
    }

    /** Returns the outcome of an image that the child published just before the run was stopped. */
    private Optional<Outcome> lastOutcome(int id, AttemptTrace trace) {
        child.closeRequests();
        try {
            return outcomeOf(id, awaitOutcome(LAST_ANSWER), trace);
        } catch (InterruptedException e) {
            return Optional.empty();
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (child != null) {
            // An idle child has nothing to clean up. To end by itself, a JVM takes a third of a second, because it
            // waits for threads in native code, such as the HTTP client's selector (HotSpot, VM_Exit).
            long pid = child.pid();
            end(!working);
            listener.childEnded(pid);
        }
    }

    private void lose(String reason) {
        long pid = child.pid();
        lost.incrementAndGet();
        end(true);
        listener.childLost(pid, reason);
    }

    private void end(boolean kill) {
        try {
            child.end(output, kill);
        } catch (IOException e) {
            listener.childTrouble("cannot clean up after child " + child.pid() + ": " + e.getMessage());
        } finally {
            child = null;
        }
    }
}
