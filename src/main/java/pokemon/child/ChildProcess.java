package pokemon.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pokemon.child.ChildProtocol.Answer;
import pokemon.directory.UntrustedText;
import pokemon.download.DownloadSettings;
import pokemon.download.WorkerStartException;
import pokemon.download.output.OutputDirectory;

/**
 * One child JVM, from its start to its end.
 *
 * <p>Two threads drain its output, because a full pipe of 64 KiB stops the child. Answers go into a queue, other lines
 * to the listener, and the last lines are kept to explain a death. After the end of its standard output, a child counts
 * as dead.
 */
final class ChildProcess {
    private static final int TAIL_LINES = 5;

    /** The system adds this to the number of a signal to make an exit code. */
    private static final int SIGNALLED = 128;

    /** How long a child may take to end: less than the second that a stopped run may take. */
    private static final Duration REGULAR_END = Duration.ofMillis(700);

    /** How long the system may take to end a killed child. */
    private static final Duration KILLED_END = Duration.ofMillis(300);

    private final Process process;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Deque<String> tail = new ArrayDeque<>();
    private final ChildListener listener;
    private final Thread errors;

    private ChildProcess(Process process, String nonce, ChildListener listener) {
        this.process = process;
        this.listener = listener;
        ChildMain.daemon("answers of child " + process.pid(), () -> readAnswers(nonce));
        this.errors = ChildMain.daemon(
                "errors of child " + process.pid(),
                () -> read("errors", process.errorReader(StandardCharsets.UTF_8), this::note));
    }

    /** Starts a child without waiting until it is ready. The listener is called on other threads, too. */
    static ChildProcess start(ChildCommand command, DownloadSettings settings, ChildListener listener)
            throws WorkerStartException {
        String nonce = Long.toHexString(ThreadLocalRandom.current().nextLong());
        try {
            ChildProcess child = listenTo(new ProcessBuilder(command.line(nonce)).start(), nonce, listener);
            listener.childStarted(child.pid());
            child.send(ChildProtocol.settings(settings));
            return child;
        } catch (IOException | OutOfMemoryError e) {
            // The latter is what Java says when the system has no more threads.
            throw new WorkerStartException("cannot start a child JVM: " + e.getMessage(), e);
        }
    }

    private static ChildProcess listenTo(Process process, String nonce, ChildListener listener) {
        try {
            return new ChildProcess(process, nonce, listener);
        } catch (OutOfMemoryError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    long pid() {
        return process.pid();
    }

    /** Returns whether the child is dead or has closed its output. */
    boolean isDead() {
        return !process.isAlive() || answers.peek() instanceof ChildProtocol.Exited;
    }

    /** Sends a text. A dead child is noticed when its answer is read. */
    void send(String text) {
        OutputStream requests = process.getOutputStream();
        try {
            requests.write(text.getBytes(StandardCharsets.US_ASCII));
            requests.flush();
        } catch (IOException e) {
            // The child is dead; awaitEnd gives the reason.
            listener.childTrouble("child " + pid() + " no longer listens: " + e.getMessage());
        }
    }

    Answer await(Duration limit) throws InterruptedException {
        Answer answer = answers.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        return answer == null ? new ChildProtocol.TimedOut() : answer;
    }

    /** How a child ended: its last words, and its exit code if it ended by itself. */
    record End(String description, OptionalInt exitCode) {}

    /** Waits for the death of a child that closed its output, and kills it if that takes long. */
    End awaitEnd() throws InterruptedException {
        boolean ended = process.waitFor(REGULAR_END.toMillis(), TimeUnit.MILLISECONDS)
                || process.destroyForcibly().waitFor(KILLED_END.toMillis(), TimeUnit.MILLISECONDS);
        errors.join(REGULAR_END.toMillis());
        if (!ended) {
            return new End("child " + pid() + " does not end", OptionalInt.empty());
        }
        int code = process.exitValue();
        boolean killed = code > SIGNALLED;
        String how = killed ? "was killed by signal " + (code - SIGNALLED) : "ended with exit code " + code;
        return new End(described(how), killed ? OptionalInt.empty() : OptionalInt.of(code));
    }

    private String described(String how) {
        synchronized (tail) {
            return "child " + pid() + " " + how + (tail.isEmpty() ? "" : ": " + String.join(" | ", tail));
        }
    }

    /**
     * Ends the child, even when the calling thread is interrupted, and removes what it left in the output directory. A
     * child that cannot be killed is left behind.
     *
     * @param kill whether to kill it at once, or to let it drop its attempt first
     * @throws IOException when the output directory cannot be cleaned up
     */
    void end(OutputDirectory output, boolean kill) throws IOException {
        if (kill) {
            kill();
        }
        closeRequests();
        if (!hasEndedWithin(REGULAR_END)) {
            kill();
            hasEndedWithin(KILLED_END);
        }
        output.removeTemporariesOf(pid());
    }

    /** Kills the child without waiting for its end. */
    void kill() {
        process.destroyForcibly();
    }

    private boolean hasEndedWithin(Duration limit) {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + limit.toNanos();
        boolean waiting = true;
        while (waiting) {
            try {
                waiting =
                        !process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS) && end - System.nanoTime() > 0;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !process.isAlive();
    }

    /** Closes the requests: the child drops its attempt, and answers only if that was done already. */
    void closeRequests() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // Unsent requests to a dead child.
            process.destroyForcibly();
        }
    }

    private void readAnswers(String nonce) {
        try {
            read("answers", process.inputReader(StandardCharsets.UTF_8), line -> {
                Optional<Answer> answer = ChildProtocol.parse(nonce, line);
                answer.ifPresent(answers::add);
                boolean isRead = answer.isPresent() && !(answer.get() instanceof ChildProtocol.Malformed);
                if (!line.isEmpty() && !isRead) {
                    note(line);
                }
            });
        } finally {
            answers.add(new ChildProtocol.Exited());
        }
    }

    private void read(String what, BufferedReader stream, Consumer<String> reader) {
        try (stream) {
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                reader.accept(line);
            }
        } catch (IOException e) {
            note("reading the " + what + " of child " + pid() + " failed: " + e.getMessage());
        }
    }

    private void note(String text) {
        String line = UntrustedText.shown(text);
        synchronized (tail) {
            if (tail.size() == TAIL_LINES) {
                tail.removeFirst();
            }
            tail.addLast(line.strip());
        }
        listener.childPrinted(pid(), line);
    }
}
