package pokemon.png.pixel;

import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.BigEndian;
import pokemon.png.chunk.Chunk;

/** Reads the bits of a stream in IDAT chunks (RFC 1951, 3.1.1). In a chunk, the inflater uses the fields directly. */
final class ChunkBits {
    /** The bytes of a chunk before its data: length and type. */
    private static final int HEAD = 8;

    byte[] bytes = {};

    /** The next bits, the first one lowest. Above {@link #count} of them, there may be bits of the next byte. */
    long bits;

    /** The number of valid bits, at most 63. */
    int count;

    /** Where the next byte is. */
    int at;

    /** Where the data of the chunk ends. */
    int limit;

    private int nextChunk;
    private int end;

    /** Begins with the first of chunks that follow each other directly. */
    void begin(byte[] image, int start, int stop) {
        bytes = image;
        bits = 0;
        count = 0;
        at = start;
        limit = start;
        nextChunk = start;
        end = stop;
    }

    /** Returns the next bits without taking them, with zeros behind the last one. */
    int peek(int number) {
        fill();
        long mask = (1L << Math.min(number, count)) - 1;
        return (int) (bits & mask);
    }

    /** Takes up to 16 bits, or throws when the chunks have no more. */
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
     * Copies bytes, when the next bit begins a byte.
     *
     * @return how many, from 1 to {@code wanted}
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

    /** Opens the next chunk, which may be empty; returns whether there is one. */
    private boolean openChunk() {
        if (nextChunk == end) {
            return false;
        }
        at = nextChunk + HEAD;
        limit = at + BigEndian.int32(bytes, nextChunk);
        nextChunk = limit + Chunk.OVERHEAD - HEAD;
        return true;
    }

    /** Returns the number of whole bytes left in all chunks. */
    long unused() {
        long unused = (long) (count >>> 3) + limit - at;
        for (int chunk = nextChunk; chunk < end; chunk += Chunk.OVERHEAD + BigEndian.int32(bytes, chunk)) {
            unused += BigEndian.int32(bytes, chunk);
        }
        return unused;
    }
}
