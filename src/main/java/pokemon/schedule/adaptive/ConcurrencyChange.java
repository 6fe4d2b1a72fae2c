package pokemon.schedule.adaptive;

import java.util.OptionalDouble;

/**
 * One number of workers on the path of an adaptive run.
 *
 * @param nanos when this number was chosen, in nanoseconds since the start of the run
 * @param imagesPerSecond the last throughput that was measured with it; nothing when it changed before
 * @param cause why this number was chosen
 */
public record ConcurrencyChange(long nanos, int workers, OptionalDouble imagesPerSecond, Cause cause) {
    /** Why a number was chosen. */
    public enum Cause {
        /** A run begins with it. */
        FIRST("to begin with"),
        /** The number before still brought nearly its share of throughput. */
        GROWING("throughput grows"),
        /** More, or fewer, are tried. */
        PROBE("a probe"),
        /** The number before brought no more than this one. */
        NO_GAIN("no gain"),
        /** The number before brought less than this one. */
        LOSS("a loss"),
        /** Throughput fell. */
        FALLING("throughput fell"),
        /** Further workers do not start. */
        NO_START("no more start"),
        /** The server asked for a pause. */
        THROTTLED("the server throttles");

        private final String text;

        Cause(String text) {
            this.text = text;
        }

        /** Returns the cause in words, such as "throughput grows". */
        public String text() {
            return text;
        }
    }

    ConcurrencyChange measured(double throughput) {
        return new ConcurrencyChange(nanos, workers, OptionalDouble.of(throughput), cause);
    }
}
