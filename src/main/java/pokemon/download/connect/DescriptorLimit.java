package pokemon.download.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit of file descriptors of this process, which connections share with files. */
final class DescriptorLimit {
    private static final Pattern SOFT_LIMIT = Pattern.compile("Max open files +([0-9]{1,9}) ");

    /** Descriptors of the JVM itself: its libraries, archives and selectors. */
    private static final int OF_THE_JVM = 16;

    private DescriptorLimit() {}

    /**
     * Returns how many connections may be kept for later requests: half of what the JVM leaves. The client keeps each
     * for many minutes, so those of workers that ended would leave no descriptors for images.
     *
     * @return at least 1, or {@link Integer#MAX_VALUE} where the limit is unknown
     */
    static int maxIdleConnections() {
        try {
            return maxIdleConnections(Files.readString(Path.of("/proc/self/limits")));
        } catch (IOException e) {
            // Not Linux, or no /proc.
            return Integer.MAX_VALUE;
        }
    }

    /** Does the same for the text of proc_pid_limits(5). */
    static int maxIdleConnections(String limits) {
        Matcher limit = SOFT_LIMIT.matcher(limits);
        return limit.find() ? Math.max(1, (Integer.parseInt(limit.group(1)) - 2 * OF_THE_JVM) / 2) : Integer.MAX_VALUE;
    }
}
