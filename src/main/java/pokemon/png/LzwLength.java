package pokemon.png;

import java.util.Arrays;

/** Counts the pixels that an LZW stream of a GIF image stands for, without making them (GIF89a, appendix F). */
final class LzwLength {
    private static final int MOST_BITS = 12;

    private final byte[] data;
    private final int codeBits;
    private final int[] lengths = new int[1 << MOST_BITS];
    private long bit;

    private LzwLength(byte[] data, int codeBits) {
        this.data = data;
        this.codeBits = codeBits;
    }

    /** Returns the number of pixels up to the end code, which must be there. */
    static long of(byte[] data, int codeBits) throws BadImageException {
        if (codeBits < 1 || codeBits > 8) {
            throw new BadImageException("the GIF image has the invalid code size " + codeBits);
        }
        return new LzwLength(data, codeBits).count();
    }

    private long count() throws BadImageException {
        int clear = 1 << codeBits;
        Arrays.fill(lengths, 0, clear, 1);
        long total = 0;
        int size = codeBits + 1;
        int next = clear + 2;
        int previous = -1;
        while (true) {
            int code = read(size);
            if (code == clear + 1) {
                return total;
            }
            if (code == clear) {
                size = codeBits + 1;
                next = clear + 2;
                previous = -1;
                continue;
            }
            if (code > next || (code > clear && previous < 0)) {
                throw new BadImageException("the GIF image has an invalid code");
            }
            if (previous >= 0 && next < lengths.length) {
                lengths[next++] = lengths[previous] + 1;
                if (next == (1 << size) && size < MOST_BITS) {
                    size++;
                }
            }
            total += lengths[code];
            previous = code;
        }
    }

    private int read(int size) throws BadImageException {
        if (bit + size > 8L * data.length) {
            throw new BadImageException("the GIF image ends early: no end code");
        }
        int code = 0;
        for (int i = 0; i < size; i++, bit++) {
            code |= ((data[(int) (bit >> 3)] >> (bit & 7)) & 1) << i;
        }
        return code;
    }
}
