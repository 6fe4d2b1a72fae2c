package pokemon.cli.process;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Writes to a stream that may block, such as an unread pipe or a stopped terminal.
 *
 * <p>A daemon thread does the writing, as soon as there is something. Writing to this object never waits: when the
 * buffer is full, whole lines are dropped, and a later line has their number. Text that begins with a carriage return
 * redraws the current line and counts as a line of its own.
 */
public final class BackgroundWriter extends Writer {
    private static final int CAPACITY = 1 << 20;
    private static final int PIECE = 1 << 13;

    /** The longest wait of {@link #flush}. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Writer stream;
    private final int capacity;
    private final StringBuilder buffer = new StringBuilder();
    private boolean lineBegins = true;
    private boolean dropping;
    private long dropped;
    private long accepted;
    private long written;
    /** When the stream last took something, or had nothing to take. */
    private long movedAt;

    private BackgroundWriter(Writer stream, int capacity) {
        this.stream = stream;
        this.capacity = capacity;
    }

    /** Begins to write to a stream, which is never closed. */
    public static BackgroundWriter to(Writer stream) {
        return to(stream, CAPACITY);
    }

    /** Begins to write to a stream, and drops lines from {@code capacity} waiting characters on. */
    static BackgroundWriter to(Writer stream, int capacity) {
        BackgroundWriter writer = new BackgroundWriter(stream, capacity);
        Thread thread = new Thread(writer::writeForever, "standard error");
        thread.setDaemon(true);
        thread.start();
        return writer;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        synchronized (lock) {
            if (written == accepted) {
                movedAt = System.nanoTime();
            }
            for (int i = offset; i < offset + length; i++) {
                boolean redraws = chars[i] == '\r' && (i + 1 == offset + length || chars[i + 1] != '\n');
                append(chars[i], lineBegins || redraws);
                lineBegins = chars[i] == '\n';
            }
            lock.notifyAll();
        }
    }

    private void append(char letter, boolean begins) {
        if (begins) {
            dropping = buffer.length() >= capacity;
        }
        if (!dropping) {
            buffer.append(letter);
            accepted++;
        } else if (letter == '\n') {
            dropped++;
        }
    }

    /**
     * Waits until everything is written, at most a second. Returns at once when the stream has taken nothing for a
     * second already.
     */
    @Override
    public void flush() {
        synchronized (lock) {
            long end = accepted;
            long called = System.nanoTime();
            while (written < end) {
                long now = System.nanoTime();
                long left = PATIENCE.toNanos() - Math.max(now - called, now - movedAt);
                if (left <= 0 || !waitFor(left)) {
                    return;
                }
            }
        }
    }

    /** Returns whether the wait was not interrupted. */
    private boolean waitFor(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(lock, Math.max(nanos, 1_000_000));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        flush();
    }

    private void writeForever() {
        try {
            while (true) {
                writeNext();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeNext() throws InterruptedException {
        String text;
        long end;
        synchronized (lock) {
            while (buffer.length() == 0 && dropped == 0) {
                lock.wait();
            }
            text = buffer + droppedLine();
            end = accepted;
            buffer.setLength(0);
            dropped = 0;
        }
        for (int from = 0; from < text.length(); from += PIECE) {
            try {
                stream.write(text, from, Math.min(PIECE, text.length() - from));
                stream.flush();
            } catch (IOException e) {
                // There is no other place to report it. The next text may get through.
            }
            synchronized (lock) {
                movedAt = System.nanoTime();
            }
        }
        synchronized (lock) {
            written = end;
            lock.notifyAll();
        }
    }

    private String droppedLine() {
        if (dropped == 0) {
            return "";
        }
        boolean within = buffer.length() > 0 && buffer.charAt(buffer.length() - 1) != '\n';
        return (within ? System.lineSeparator() : "") + "pokemon: standard error was blocked; "
                + (dropped == 1 ? "1 line is" : dropped + " lines are") + " missing here" + System.lineSeparator();
    }
}
