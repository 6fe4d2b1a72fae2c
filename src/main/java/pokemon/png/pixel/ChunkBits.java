package pokemon.png.pixel;

import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.BigEndian;
import pokemon.png.chunk.Chunk;

/**
 * Gives out the bits of a stream that lies in IDAT chunks (RFC 1951, 3.1.1). The inflater takes them out of the fields
 * itself where it can.
 */
final class ChunkBits {
    /** A chunk's length and type, which come before its data. */
    private static final int HEAD = 8;

    byte[] bytes = {};

    /** The next bits, the first one lowest; above those that count there may be some of the byte that comes next. */
    long bits;

    /** How many bits count, at most 63. */
    int count;

    /** Where the next byte is. */
    int at;

    /** Where the data of the chunk ends. */
    int limit;

    private int nextChunk;
    private int end;

    /** Begins with the first of some chunks, which follow each other directly. */
    void begin(byte[] image, int start, int stop) {
        bytes = image;
        bits = 0;
        count = 0;
        at = start;
        limit = start;
        nextChunk = start;
        end = stop;
    }

    /** Returns the next bits, and zeros where there are no more. */
    int peek(int number) {
        fill();
        long mask = (1L << Math.min(number, count)) - 1;
        return (int) (bits & mask);
    }

    /**
     * Takes up to 16 bits.
     *
     * @throws BadImageException when the chunks have no more
     */
    int take(int number) throws BadImageException {
        if (count < number) {
            fill();
            if (count < number) {
                throw PixelInflater.endsEarly();
            }
        }
        int value = (int) bits & ((1 << number) - 1);
        bits >>>= number;
        count -= number;
        return value;
    }

    /** Drops the bits before the next whole byte. */
    void align() throws BadImageException {
        take(count & 7);
    }

    /**
     * Copies whole bytes, after bits that end where a byte does.
     *
     * @return how many, at least 1 and at most as many as are wanted
     * @throws BadImageException when the chunks have no more
     */
    int copy(byte[] output, int offset, int wanted) throws BadImageException {
        if (count > 0) {
            output[offset] = (byte) take(8);
            return 1;
        }
        bits = 0;
        while (at == limit) {
            if (!openChunk()) {
                throw PixelInflater.endsEarly();
            }
        }
        int copied = Math.min(wanted, limit - at);
        System.arraycopy(bytes, at, output, offset, copied);
        at += copied;
        return copied;
    }

    private void fill() {
        while (count < 56 && (at < limit || openChunk())) {
            if (at < limit) {
                bits |= (bytes[at++] & 0xffL) << count;
                count += 8;
            }
        }
    }

    /** Goes on to the next chunk, which may be empty; returns whether there is one. */
    private boolean openChunk() {
        if (nextChunk == end) {
            return false;
        }
        at = nextChunk + HEAD;
        limit = at + BigEndian.int32(bytes, nextChunk);
        nextChunk = limit + Chunk.OVERHEAD - HEAD;
        return true;
    }

    /** Returns how many whole bytes are left in all chunks. */
    long unused() {
        long unused = (long) (count >>> 3) + limit - at;
        for (int chunk = nextChunk; chunk < end; chunk += Chunk.OVERHEAD + BigEndian.int32(bytes, chunk)) {
            unused += BigEndian.int32(bytes, chunk);
        }
        return unused;
    }
}
