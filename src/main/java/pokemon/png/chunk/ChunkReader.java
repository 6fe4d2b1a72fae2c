package pokemon.png.chunk;

import java.util.zip.CRC32;

/** Reads chunk after chunk, checks length and letters of each, and computes whether its checksum holds. */
final class ChunkReader {
    private final byte[] bytes;
    private final int length;
    private final CRC32 crc = new CRC32();
    private int position;

    /** Begins at {@code start}; the bytes end at {@code length}. */
    ChunkReader(byte[] bytes, int length, int start) {
        this.bytes = bytes;
        this.length = length;
        this.position = start;
    }

    int position() {
        return position;
    }

    Chunk next() throws BadImageException {
        int left = length - position;
        if (left < Chunk.OVERHEAD) {
            throw new BadImageException("the image ends early: no IEND chunk");
        }
        int size = BigEndian.int32(bytes, position);
        int type = BigEndian.int32(bytes, position + 4);
        if (!isLetters(type)) {
            throw new BadImageException("the chunk at byte " + position + " has an invalid type");
        }
        if (size < 0) {
            throw new BadImageException(place(type) + " has an invalid length");
        }
        if (size > left - Chunk.OVERHEAD) {
            throw new BadImageException("the image ends early: " + place(type) + " is not complete");
        }
        crc.reset();
        crc.update(bytes, position + 4, size + 4);
        boolean intact = (int) crc.getValue() == BigEndian.int32(bytes, position + 8 + size);
        Chunk chunk = new Chunk(position, type, size, intact);
        position = chunk.end();
        return chunk;
    }

    private String place(int type) {
        return "chunk " + Chunk.name(type) + " at byte " + position;
    }

    private static boolean isLetters(int type) {
        for (int shift = 0; shift < 32; shift += 8) {
            int upper = (type >> shift) & 0xdf;
            boolean ascii = ((type >> shift) & 0x80) == 0;
            if (!ascii || upper < 'A' || upper > 'Z') {
                return false;
            }
        }
        return true;
    }
}
