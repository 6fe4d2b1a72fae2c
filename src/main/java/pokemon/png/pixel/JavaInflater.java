package pokemon.png.pixel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.Adler32;
import pokemon.png.chunk.BadImageException;

/**
 * Inflates in plain Java (RFC 1950 and 1951), exactly as strictly as zlib does, and faster.
 *
 * <p>Inside a chunk, the bits are filled up eight bytes at a time, which are enough for up to four literals, or for a
 * length and its distance. Near the end of a chunk, one code at a time is read from {@link ChunkBits}. The buffer of
 * the output begins with the 32 KiB before it, the window into which distances reach.
 */
public final class JavaInflater implements PixelInflater {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int WINDOW = 1 << 15;
    private static final int FULL = WINDOW + PIECE;
    private static final int LONGEST_MATCH = 258;

    private static final int LITERAL_BITS = BlockCodes.LITERAL_BITS;
    private static final int DISTANCE_BITS = BlockCodes.DISTANCE_BITS;
    private static final int LITERAL_MASK = (1 << LITERAL_BITS) - 1;
    private static final int DISTANCE_MASK = (1 << DISTANCE_BITS) - 1;
    private static final int LITERAL_REST = (1 << (HuffmanTable.LONGEST - LITERAL_BITS)) - 1;
    private static final int DISTANCE_REST = (1 << (HuffmanTable.LONGEST - DISTANCE_BITS)) - 1;

    /** A length and a distance with their extra bits take no more bits than these. */
    private static final int MATCH_BITS = 15 + 5 + 15 + 13;

    private final BlockCodes codes = new BlockCodes();
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
            case 1 -> {
                codes.setFixed();
                state = State.CODES;
            }
            case 2 -> {
                codes.read(in);
                state = State.CODES;
            }
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

    /** Decodes symbols until the buffer is full or the block ends; returns whether it does. */
    private boolean decode() throws BadImageException {
        int[] literalEntries = codes.literals.entries();
        int[] distanceEntries = codes.distances.entries();
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
            // Codes in the first table are short enough for four without a refill.
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
            MatchCopy.copy(output, out, distance, length);
            out += length;
        }
        in.bits = bits;
        in.count = count;
        in.at = at;
        this.out = out;
        return false;
    }

    /** Decodes a symbol near the end of a chunk; returns whether it ends the block. */
    private boolean decodeOne() throws BadImageException {
        int entry = codes.literals.next(in);
        if ((entry & HuffmanTable.LITERAL) != 0) {
            buffer[out++] = (byte) (entry >>> 16);
            return false;
        }
        if ((entry & HuffmanTable.SPECIAL) != 0) {
            return isEnd(entry);
        }
        int length = (entry >>> 16) + in.take((entry >>> 4) & 15);
        entry = codes.distances.next(in);
        if ((entry & HuffmanTable.SPECIAL) != 0) {
            throw badDistance(entry);
        }
        int distance = (entry >>> 16) + in.take((entry >>> 4) & 15);
        if (distance > out) {
            throw badDistance(entry);
        }
        MatchCopy.copy(buffer, out, distance, length);
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
