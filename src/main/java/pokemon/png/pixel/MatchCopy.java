package pokemon.png.pixel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Copies earlier output, eight bytes at a time (RFC 1951, 3.2.3). */
final class MatchCopy {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private MatchCopy() {}

    /** Copies a match; may write up to seven bytes too many, which later output overwrites. */
    static void copy(byte[] output, int start, int distance, int length) {
        int to = start;
        int stop = start + length;
        if (distance >= Long.BYTES) {
            int source = start - distance;
            do {
                LONG.set(output, to, (long) LONG.get(output, source));
                to += Long.BYTES;
                source += Long.BYTES;
            } while (to < stop);
        } else {
            long pattern = pattern((long) LONG.get(output, start - distance), distance);
            int step = Long.BYTES - Long.BYTES % distance;
            do {
                LONG.set(output, to, pattern);
                to += step;
            } while (to < stop);
        }
    }

    /** Repeats the first bytes, from 1 to 7 of them, until all eight are filled. */
    private static long pattern(long bytes, int period) {
        int width = Byte.SIZE * period;
        long pattern = bytes & ((1L << width) - 1);
        pattern |= pattern << width;
        if (period < 4) {
            pattern |= pattern << (2 * width);
        }
        return period == 1 ? pattern | (pattern << Integer.SIZE) : pattern;
    }
}
