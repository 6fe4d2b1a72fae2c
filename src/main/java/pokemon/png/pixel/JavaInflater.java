package pokemon.png.pixel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;
import pokemon.png.chunk.BadImageException;

/**
 * Inflates in plain Java (RFC 1950 and 1951), exactly as strictly as zlib does, and faster.
 *
 * <p>Inside a chunk, the bits are filled up eight bytes at a time, and up to four literals, or a length and its
 * distance, are decoded without asking for more. Near the end of a chunk {@link ChunkBits} gives them out one code at a
 * time. The output goes into a buffer that begins with the last 32 KiB before it, the window into which distances
 * reach.
 */
public final class JavaInflater implements PixelInflater {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int WINDOW = 1 << 15;
    private static final int FULL = WINDOW + PIECE;
    private static final int LONGEST_MATCH = 258;

    private static final int LONGEST_CODE = 15;
    private static final int LITERAL_BITS = 11;
    private static final int DISTANCE_BITS = 9;
    private static final int LENGTH_BITS = 7;
    private static final int LITERAL_MASK = (1 << LITERAL_BITS) - 1;
    private static final int DISTANCE_MASK = (1 << DISTANCE_BITS) - 1;
    private static final int LITERAL_REST = (1 << (LONGEST_CODE - LITERAL_BITS)) - 1;
    private static final int DISTANCE_REST = (1 << (LONGEST_CODE - DISTANCE_BITS)) - 1;

    /** A length and a distance with their extra bits take no more bits than these. */
    private static final int MATCH_BITS = 15 + 5 + 15 + 13;

    private static final int MOST_LITERALS = 286;
    private static final int MOST_DISTANCES = 30;

    /** The order in which the lengths of the code for code lengths come. */
    private static final byte[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final HuffmanTable literals = HuffmanTable.ofLiterals(LITERAL_BITS);
    private final HuffmanTable distances = HuffmanTable.ofDistances(DISTANCE_BITS);
    private final HuffmanTable codeLengths = HuffmanTable.ofCodeLengths(LENGTH_BITS);
    private final byte[] lengths = new byte[HuffmanTable.LITERALS + HuffmanTable.DISTANCES];
    private final Adler32 adler = new Adler32();
    private final byte[] buffer = new byte[FULL + LONGEST_MATCH + Long.BYTES];

    private final ChunkBits in = new ChunkBits();
    private int from;
    private int out;
    private State state = State.HEADER;
    private boolean last;
    private int stored;

    private enum State {
        HEADER,
        BLOCK,
        STORED,
        CODES,
        CHECKSUM,
        FINISHED
    }

    @Override
    public void begin(byte[] image, int start, int end) {
        in.begin(image, start, end);
        from = 0;
        out = 0;
        state = State.HEADER;
        adler.reset();
    }

    @Override
    public int next() throws BadImageException {
        if (state == State.FINISHED) {
            return -1;
        }
        if (out >= FULL) {
            System.arraycopy(buffer, out - WINDOW, buffer, 0, WINDOW);
            out = WINDOW;
        }
        from = out;
        while (out < FULL && state != State.CHECKSUM) {
            switch (state) {
                case HEADER -> header();
                case BLOCK -> block();
                case STORED -> copyStored();
                default -> {
                    if (decode()) {
                        blockEnds();
                    }
                }
            }
        }
        adler.update(buffer, from, out - from);
        if (state == State.CHECKSUM) {
            checksum();
        }
        return out == from ? next() : out - from;
    }

    private void header() throws BadImageException {
        int method = in.take(8);
        int flags = in.take(8);
        if (((method << 8) | flags) % 31 != 0) {
            throw PixelInflater.damaged("incorrect header check");
        }
        if ((method & 0xf) != 8) {
            throw PixelInflater.damaged("unknown compression method");
        }
        if ((method >> 4) > 7) {
            throw PixelInflater.damaged("invalid window size");
        }
        if ((flags & 0x20) != 0) {
            in.take(16);
            in.take(16);
            throw PixelInflater.needsDictionary();
        }
        state = State.BLOCK;
    }

    private void block() throws BadImageException {
        last = in.take(1) == 1;
        switch (in.take(2)) {
            case 0 -> {
                in.align();
                stored = in.take(16);
                if (stored != (in.take(16) ^ 0xffff)) {
                    throw PixelInflater.damaged("invalid stored block lengths");
                }
                state = State.STORED;
            }
            case 1 -> fixedCodes();
            case 2 -> dynamicCodes();
            default -> throw PixelInflater.damaged("invalid block type");
        }
    }

    private void blockEnds() {
        state = last ? State.CHECKSUM : State.BLOCK;
    }

    private void copyStored() throws BadImageException {
        while (stored > 0 && out < FULL) {
            int copied = in.copy(buffer, out, Math.min(stored, FULL - out));
            out += copied;
            stored -= copied;
        }
        if (stored == 0) {
            blockEnds();
        }
    }

    private void fixedCodes() {
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        literals.fill(lengths, 0, HuffmanTable.LITERALS, false);
        Arrays.fill(lengths, 0, HuffmanTable.DISTANCES, (byte) 5);
        distances.fill(lengths, 0, HuffmanTable.DISTANCES, false);
        state = State.CODES;
    }

    private void dynamicCodes() throws BadImageException {
        int literalCount = in.take(5) + 257;
        int distanceCount = in.take(5) + 1;
        int lengthCount = in.take(4) + 4;
        if (literalCount > MOST_LITERALS || distanceCount > MOST_DISTANCES) {
            throw PixelInflater.damaged("too many length or distance symbols");
        }
        Arrays.fill(lengths, 0, ORDER.length, (byte) 0);
        for (int i = 0; i < lengthCount; i++) {
            lengths[ORDER[i]] = (byte) in.take(3);
        }
        if (!codeLengths.fill(lengths, 0, ORDER.length, true)) {
            throw PixelInflater.damaged("invalid code lengths set");
        }
        readLengths(literalCount + distanceCount);
        if (lengths[HuffmanTable.END_OF_BLOCK] == 0) {
            throw PixelInflater.damaged("invalid code -- missing end-of-block");
        }
        if (!literals.fill(lengths, 0, literalCount, false)) {
            throw PixelInflater.damaged("invalid literal/lengths set");
        }
        if (!distances.fill(lengths, literalCount, distanceCount, false)) {
            throw PixelInflater.damaged("invalid distances set");
        }
        state = State.CODES;
    }

    private void readLengths(int total) throws BadImageException {
        int done = 0;
        while (done < total) {
            int symbol = symbol(codeLengths, LENGTH_BITS) >>> 16;
            if (symbol < 16) {
                lengths[done++] = (byte) symbol;
                continue;
            }
            int times = symbol == 16 ? 3 + in.take(2) : symbol == 17 ? 3 + in.take(3) : 11 + in.take(7);
            if ((symbol == 16 && done == 0) || done + times > total) {
                throw PixelInflater.damaged("invalid bit length repeat");
            }
            Arrays.fill(lengths, done, done + times, symbol == 16 ? lengths[done - 1] : 0);
            done += times;
        }
    }

    /** Decodes symbols until the buffer is full or the block ends; returns whether it does. */
    private boolean decode() throws BadImageException {
        int[] literalEntries = literals.entries();
        int[] distanceEntries = distances.entries();
        byte[] input = in.bytes;
        byte[] output = buffer;
        long bits = in.bits;
        int count = in.count;
        int at = in.at;
        int out = this.out;
        int safe = in.limit - 2 * Long.BYTES;
        while (out < FULL) {
            if (at > safe) {
                in.bits = bits;
                in.count = count;
                in.at = at;
                this.out = out;
                if (decodeOne()) {
                    return true;
                }
                bits = in.bits;
                count = in.count;
                at = in.at;
                out = this.out;
                safe = in.limit - 2 * Long.BYTES;
                continue;
            }
            bits |= (long) LONG.get(input, at) << count;
            at += (63 - count) >>> 3;
            count |= 56;
            int entry = literalEntries[(int) bits & LITERAL_MASK];
            // Codes that the first table holds are so short that there are bits enough for four.
            for (int more = 3; more > 0 && (entry & HuffmanTable.LITERAL) != 0; more--) {
                bits >>>= entry & 15;
                count -= entry & 15;
                output[out++] = (byte) (entry >>> 16);
                entry = literalEntries[(int) bits & LITERAL_MASK];
            }
            if (count < MATCH_BITS) {
                bits |= (long) LONG.get(input, at) << count;
                at += (63 - count) >>> 3;
                count |= 56;
            }
            if ((entry & HuffmanTable.SUBTABLE) != 0) {
                bits >>>= LITERAL_BITS;
                count -= LITERAL_BITS;
                entry = literalEntries[(entry >>> 16) + ((int) bits & LITERAL_REST)];
            }
            bits >>>= entry & 15;
            count -= entry & 15;
            if ((entry & HuffmanTable.LITERAL) != 0) {
                output[out++] = (byte) (entry >>> 16);
                continue;
            }
            if ((entry & HuffmanTable.SPECIAL) != 0) {
                in.bits = bits;
                in.count = count;
                in.at = at;
                this.out = out;
                return isEnd(entry);
            }
            int extra = (entry >>> 4) & 15;
            int length = (entry >>> 16) + ((int) bits & ((1 << extra) - 1));
            bits >>>= extra;
            count -= extra;
            entry = distanceEntries[(int) bits & DISTANCE_MASK];
            if ((entry & HuffmanTable.SUBTABLE) != 0) {
                bits >>>= DISTANCE_BITS;
                count -= DISTANCE_BITS;
                entry = distanceEntries[(entry >>> 16) + ((int) bits & DISTANCE_REST)];
            }
            bits >>>= entry & 15;
            count -= entry & 15;
            extra = (entry >>> 4) & 15;
            int distance = (entry >>> 16) + ((int) bits & ((1 << extra) - 1));
            bits >>>= extra;
            count -= extra;
            if (distance > out || (entry & HuffmanTable.SPECIAL) != 0) {
                throw badDistance(entry);
            }
            copy(output, out, distance, length);
            out += length;
        }
        in.bits = bits;
        in.count = count;
        in.at = at;
        this.out = out;
        return false;
    }

    /** Decodes a symbol where few bits may be left; returns whether it ends the block. */
    private boolean decodeOne() throws BadImageException {
        int entry = symbol(literals, LITERAL_BITS);
        if ((entry & HuffmanTable.LITERAL) != 0) {
            buffer[out++] = (byte) (entry >>> 16);
            return false;
        }
        if ((entry & HuffmanTable.SPECIAL) != 0) {
            return isEnd(entry);
        }
        int length = (entry >>> 16) + in.take((entry >>> 4) & 15);
        entry = symbol(distances, DISTANCE_BITS);
        if ((entry & HuffmanTable.SPECIAL) != 0) {
            throw badDistance(entry);
        }
        int distance = (entry >>> 16) + in.take((entry >>> 4) & 15);
        if (distance > out) {
            throw badDistance(entry);
        }
        copy(buffer, out, distance, length);
        out += length;
        return false;
    }

    private static boolean isEnd(int entry) throws BadImageException {
        if ((entry & HuffmanTable.INVALID) != 0) {
            throw PixelInflater.damaged("invalid literal/length code");
        }
        return true;
    }

    private static BadImageException badDistance(int entry) {
        boolean invalid = (entry & HuffmanTable.SPECIAL) != 0;
        return PixelInflater.damaged(invalid ? "invalid distance code" : "invalid distance too far back");
    }

    /** Copies a match; may write up to seven bytes more, which what follows overwrites. */
    private static void copy(byte[] output, int start, int distance, int length) {
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

    /** Takes the code of a symbol and returns its entry. */
    private int symbol(HuffmanTable table, int tableBits) throws BadImageException {
        int[] entries = table.entries();
        int entry = entries[in.peek(tableBits)];
        if ((entry & HuffmanTable.SUBTABLE) != 0) {
            in.take(tableBits);
            entry = entries[(entry >>> 16) + in.peek(LONGEST_CODE - tableBits)];
        }
        in.take(entry & 15);
        return entry;
    }

    private void checksum() throws BadImageException {
        in.align();
        long expected = 0;
        for (int i = 0; i < 4; i++) {
            expected = (expected << 8) | in.take(8);
        }
        if (expected != adler.getValue()) {
            throw PixelInflater.damaged("incorrect data check");
        }
        state = State.FINISHED;
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int offset() {
        return from;
    }

    @Override
    public long unused() {
        return in.unused();
    }

    @Override
    public int adler() {
        return (int) adler.getValue();
    }

    @Override
    public void release() {
        in.begin(new byte[0], 0, 0);
    }
}
