package pokemon.schedule.run;

/**
 * Ids without gaps.
 *
 * @param start the first id, at least 1
 * @param stop the last id, included, at least {@code start}
 */
public record IdRange(int start, int stop) {
    /** Throws an {@link IllegalArgumentException} when the range is empty or starts below 1. */
    public IdRange {
        if (start < 1 || stop < start) {
            throw new IllegalArgumentException("not a range of ids: " + start + " to " + stop);
        }
    }

    public int size() {
        return stop - start + 1;
    }
}
