package pokemon.child;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import pokemon.download.DownloadSettings;
import pokemon.download.Downloader;
import pokemon.download.ImageDownloader;
import pokemon.download.connect.CommonPool;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;

/**
 * The main class of a child JVM: reads ids from standard input, downloads each, answers on standard output.
 *
 * <p>The main thread downloads and a second one reads. A third sends a sign of life every second, so that a long decode
 * does not look like a hang. A fourth waits for the end of the parent. When the parent closes the pipe or dies, the
 * reader interrupts the download, which removes its temporary file, and the child ends. An exception of the main thread
 * ends the child with a stack trace and exit code 1.
 */
public final class ChildMain {
    /** How long an interrupted download may take to clean up, in milliseconds. */
    private static final long CLEAN_UP_MILLIS = 500;

    private static final long ALIVE_MILLIS = 1_000;

    private ChildMain() {}

    /** Runs the child until its standard input ends. The argument is the nonce that marks its answers. */
    public static void main(String[] args) throws IOException {
        CommonPool.prepare();
        run(args[0], ImageDownloader::new);
    }

    @FunctionalInterface
    interface DownloaderFactory {
        Downloader create(DownloadSettings settings) throws IOException;
    }

    static void run(String nonce, DownloaderFactory downloaderFactory) throws IOException {
        // From here on only this class writes to the pipe: System.out leads to standard error.
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        ignoreStops();

        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        followParent(requests);
        try {
            work(nonce, downloaderFactory, requests, answers);
        } catch (InterruptedException e) {
            // The parent is done with this child: the regular end.
            Thread.currentThread().interrupt();
        }
    }

    private static void work(
            String nonce, DownloaderFactory downloaderFactory, BlockingQueue<String> requests, OutputStream answers)
            throws IOException, InterruptedException {
        AtomicBoolean working = new AtomicBoolean();
        DownloadSettings settings = ChildProtocol.readSettings(requests::take);
        try (Downloader downloader = downloaderFactory.create(settings)) {
            send(answers, ChildProtocol.ready(nonce));
            daemon("signs of life", () -> tellAlive(nonce, working, answers));
            while (true) {
                String[] request = requests.take().split(" ", 2);
                int id = Integer.parseInt(request[0]);
                downloader.limit(request.length > 1 ? Long.parseLong(request[1]) : 0);
                working.set(true);
                AttemptTrace trace = new AttemptTrace(settings.traced());
                Outcome outcome = downloader.download(id, trace);
                working.set(false);
                send(answers, ChildProtocol.done(nonce, id, outcome, trace));
            }
        }
    }

    private static void tellAlive(String nonce, AtomicBoolean working, OutputStream answers) {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(ALIVE_MILLIS);
                if (working.get()) {
                    send(answers, ChildProtocol.alive(nonce));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the parent", e);
        }
    }

    private static void send(OutputStream answers, String line) throws IOException {
        synchronized (answers) {
            answers.write(line.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Follows the parent from the start, because it may die while this JVM still loads classes. */
    private static void followParent(BlockingQueue<String> requests) {
        Thread main = Thread.currentThread();
        daemon("parent's requests", () -> {
            readRequests(requests);
            end(main);
        });
        // In case another process holds the other end of the pipe open.
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> daemon("parent's life", () -> {
                    parent.onExit().join();
                    end(main);
                }));
    }

    private static void readRequests(BlockingQueue<String> requests) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                requests.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the parent's requests", e);
        }
    }

    private static void end(Thread main) {
        main.interrupt();
        try {
            main.join(CLEAN_UP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (main.isAlive()) {
            // ImageIO ignores interrupts; no temporary file exists yet.
            Runtime.getRuntime().halt(1);
        }
    }

    /** Starts a thread that does not keep the JVM from ending. */
    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Ignores the signals that stop a process, such as Ctrl-C in a terminal. The parent gets them too, and closes the
     * pipe. If this JVM died by itself, the parent would replace it.
     *
     * <p>The JDK has no public way to do so; {@code sun.misc.Signal} of the module {@code jdk.unsupported} is the way
     * that it supports (JEP 260). It is called by name because its use causes a compiler warning that cannot be
     * suppressed.
     */
    private static void ignoreStops() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ignore = handler.getField("SIG_IGN").get(null);
            for (String name : List.of("INT", "TERM", "HUP")) {
                ignore(signal, handler, ignore, name);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM has no sun.misc.Signal", e);
        }
    }

    private static void ignore(Class<?> signal, Class<?> handler, Object ignore, String name)
            throws ReflectiveOperationException {
        try {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) {
                throw e;
            }
            // This system has no such signal (HUP on Windows), or the JVM runs with -Xrs: nothing to ignore.
        }
    }
}
