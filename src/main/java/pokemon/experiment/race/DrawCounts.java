package pokemon.experiment.race;

/** What one worker drew. Bytes, because millions of ids are drawn and memory traffic would be measured with them. */
final class DrawCounts {
    private final byte[] times;
    private long pastEnd;

    /** Makes an empty hand for the ids 1 to {@code last}. */
    DrawCounts(int last) {
        times = new byte[last + 1];
    }

    void take(int id) {
        if (id >= times.length) {
            pastEnd++;
        } else {
            times[id]++;
        }
    }

    /** Returns how often it drew an id, modulo 256. */
    int times(int id) {
        return Byte.toUnsignedInt(times[id]);
    }

    /** Returns how many draws gave an id beyond the last one. */
    long pastEnd() {
        return pastEnd;
    }
}
