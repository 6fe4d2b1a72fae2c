package pokemon.png.pixel;

import java.util.Arrays;
import pokemon.png.chunk.BadImageException;

/**
 * Looks up the symbols of a Huffman code of up to 15 bits (RFC 1951, 3.2.2).
 *
 * <p>The next bits of the stream, the first one lowest, are the index of an entry. The entry of a longer code refers to
 * a subtable, whose index is the following bits. An entry holds, from its lowest bit on: the length of the code, or of
 * its rest in a subtable; the number of extra bits; the flags; and from bit 16 on the value.
 */
final class HuffmanTable {
    static final int LITERAL = 1 << 8;

    /** The end of a block, or no symbol. */
    static final int SPECIAL = 1 << 9;

    static final int SUBTABLE = 1 << 10;
    static final int INVALID = 1 << 11;

    /** The literals and lengths, two of them without a meaning (RFC 1951, 3.2.6). */
    static final int LITERALS = 288;

    /** The distances, two of them without a meaning. */
    static final int DISTANCES = 32;

    static final int END_OF_BLOCK = 256;
    private static final int CODE_LENGTHS = 19;

    /** The most bits of a code. */
    static final int LONGEST = 15;

    /** The entry of a code without a symbol; zlib takes one bit for it. */
    private static final int NO_SYMBOL = SPECIAL | INVALID | 1;

    private final int bits;
    private final int[] symbols;
    private final int[] entries;
    private final int[] counts = new int[LONGEST + 1];
    private final int[] codes = new int[LONGEST + 1];

    /** Makes an empty table, given the bits of its index, and the entry of each symbol without a length. */
    private HuffmanTable(int bits, int... symbols) {
        this.bits = bits;
        this.symbols = symbols;
        // Each subtable has at least two symbols.
        this.entries = new int[(1 << bits) + ((symbols.length / 2) << (LONGEST - bits))];
    }

    /**
     * Makes a table of literals and lengths: 3 to 10 without extra bits, then four with each number of them, and 258.
     */
    static HuffmanTable ofLiterals(int bits) {
        int[] symbols = new int[LITERALS];
        for (int i = 0; i < END_OF_BLOCK; i++) {
            symbols[i] = (i << 16) | LITERAL;
        }
        symbols[END_OF_BLOCK] = SPECIAL;
        int base = 3;
        for (int i = 0; i < 28; i++) {
            int extra = Math.max(0, i / 4 - 1);
            symbols[END_OF_BLOCK + 1 + i] = (base << 16) | (extra << 4);
            base += 1 << extra;
        }
        symbols[LITERALS - 3] = 258 << 16;
        symbols[LITERALS - 2] = SPECIAL | INVALID;
        symbols[LITERALS - 1] = SPECIAL | INVALID;
        return new HuffmanTable(bits, symbols);
    }

    /** Makes a table of distances: 1 to 4 without extra bits, then two with each number of them. */
    static HuffmanTable ofDistances(int bits) {
        int[] symbols = new int[DISTANCES];
        int base = 1;
        for (int i = 0; i < DISTANCES - 2; i++) {
            int extra = Math.max(0, i / 2 - 1);
            symbols[i] = (base << 16) | (extra << 4);
            base += 1 << extra;
        }
        symbols[DISTANCES - 2] = SPECIAL | INVALID;
        symbols[DISTANCES - 1] = SPECIAL | INVALID;
        return new HuffmanTable(bits, symbols);
    }

    /** Makes a table of the lengths of codes, and of their repetitions. */
    static HuffmanTable ofCodeLengths(int bits) {
        int[] symbols = new int[CODE_LENGTHS];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = i << 16;
        }
        return new HuffmanTable(bits, symbols);
    }

    int[] entries() {
        return entries;
    }

    /** Takes the code of a symbol and returns its entry; here few bits may be left. */
    int next(ChunkBits in) throws BadImageException {
        int entry = entries[in.peek(bits)];
        if ((entry & SUBTABLE) != 0) {
            in.take(bits);
            entry = entries[(entry >>> 16) + in.peek(LONGEST - bits)];
        }
        in.take(entry & 15);
        return entry;
    }

    /**
     * Fills the table.
     *
     * @param lengths the length of each symbol's code, 0 where it has none
     * @param complete whether a single code of one bit is refused as incomplete
     * @return whether the lengths define a code; lengths that are all 0 do
     */
    boolean fill(byte[] lengths, int offset, int count, boolean complete) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < count; i++) {
            counts[lengths[offset + i]]++;
        }
        int used = count - counts[0];
        counts[0] = 0;
        int code = 0;
        int left = 1;
        for (int length = 1; length <= LONGEST; length++) {
            code = (code + counts[length - 1]) << 1;
            codes[length] = code;
            left = (left << 1) - counts[length];
            if (left < 0) {
                return false;
            }
        }
        if (left > 0) {
            boolean single = used == 1 && counts[1] == 1 && !complete;
            if (used > 0 && !single) {
                return false;
            }
        }
        Arrays.fill(entries, 0, 1 << bits, NO_SYMBOL);
        int room = 1 << bits;
        for (int i = 0; i < count; i++) {
            int length = lengths[offset + i];
            if (length > 0) {
                room = put(symbols[i], Integer.reverse(codes[length]++) >>> (32 - length), length, room);
            }
        }
        return true;
    }

    /** Enters a code whose first bit is the lowest; returns where the next subtable goes. */
    private int put(int symbol, int code, int length, int room) {
        int size = 1 << bits;
        if (length <= bits) {
            for (int i = code; i < size; i += 1 << length) {
                entries[i] = symbol | length;
            }
            return room;
        }
        int subtableSize = 1 << (LONGEST - bits);
        int prefix = code & (size - 1);
        int next = room;
        if ((entries[prefix] & SUBTABLE) == 0) {
            entries[prefix] = (room << 16) | SUBTABLE | bits;
            next += subtableSize;
        }
        int subtable = entries[prefix] >>> 16;
        for (int i = code >>> bits; i < subtableSize; i += 1 << (length - bits)) {
            entries[subtable + i] = symbol | (length - bits);
        }
        return next;
    }
}
