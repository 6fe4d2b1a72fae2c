package pokemon.download.outcome;

import java.util.Locale;
import java.util.Optional;

/** Recognises failures because this machine or JVM ran short of memory, threads or file descriptors. */
public final class Shortage {
    private Shortage() {}

    /**
     * Returns in plain words what ran short, or nothing when a failure has another cause.
     *
     * <p>The JDK passes on the system's words without the error number. Those of EMFILE, ENFILE, ENOMEM, ENOBUFS and
     * EAGAIN (POSIX.1-2017, 2.3) are read here.
     */
    public static Optional<String> of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            Optional<String> found =
                    cause instanceof OutOfMemoryError ? Optional.of(ofMemory(message)) : ofSystem(message);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String ofMemory(String message) {
        if (message.contains("native thread")) {
            return "the system starts no more threads";
        }
        if (message.contains("direct buffer")) {
            return "Java's direct memory is used up";
        }
        return "Java's memory is used up";
    }

    private static Optional<String> ofSystem(String message) {
        if (message.contains("too many open files in system")) {
            return Optional.of("this machine has too many open files");
        }
        if (message.contains("too many open files")) {
            return Optional.of("this process has too many open files");
        }
        if (message.contains("cannot allocate memory") || message.contains("no buffer space available")) {
            return Optional.of("this machine has no memory left");
        }
        if (message.contains("resource temporarily unavailable")) {
            return Optional.of("this machine starts no more threads or processes");
        }
        return Optional.empty();
    }
}
