package pokemon.png.convert;

import java.util.Arrays;
import pokemon.png.chunk.BadImageException;

/**
 * Checks the number and the indexes of the pixels that an LZW stream of a GIF image stands for, without making them
 * (GIF89a, appendix F).
 */
final class LzwLength {
    private static final int MAX_BITS = 12;

    private final byte[] data;
    private final int codeBits;
    private final int[] lengths = new int[1 << MAX_BITS];
    private final int[] firsts = new int[1 << MAX_BITS];
    private final int[] largest = new int[1 << MAX_BITS];
    private long bit;

    private LzwLength(byte[] data, int codeBits) {
        this.data = data;
        this.codeBits = codeBits;
    }

    /** Checks a stream up to its end code, which must be there, for at least that many pixels of a palette. */
    static void require(byte[] data, int codeBits, long pixels, int colors) throws BadImageException {
        if (codeBits < 1 || codeBits > 8) {
            throw new BadImageException("the GIF image has the invalid code size " + codeBits);
        }
        new LzwLength(data, codeBits).check(pixels, colors);
    }

    private void check(long pixels, int colors) throws BadImageException {
        int clear = 1 << codeBits;
        Arrays.fill(lengths, 0, clear, 1);
        Arrays.setAll(firsts, code -> code);
        Arrays.setAll(largest, code -> code);
        long total = 0;
        int index = 0;
        int size = codeBits + 1;
        int next = clear + 2;
        int previous = -1;
        while (true) {
            int code = read(size);
            if (code == clear + 1) {
                break;
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
                int added = code == next ? firsts[previous] : firsts[code];
                lengths[next] = lengths[previous] + 1;
                firsts[next] = firsts[previous];
                largest[next] = Math.max(largest[previous], added);
                next++;
                if (next == (1 << size) && size < MAX_BITS) {
                    size++;
                }
            }
            total += lengths[code];
            index = Math.max(index, largest[code]);
            previous = code;
        }
        if (total < pixels) {
            throw new BadImageException("the GIF image has " + total + " pixels instead of " + pixels);
        }
        if (index >= colors) {
            throw BadImageException.ofIndex(index, colors);
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
