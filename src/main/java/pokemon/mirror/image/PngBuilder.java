package pokemon.mirror.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Builds a PNG of a band of rows, compressed now, and a body of rows, compressed earlier.
 *
 * <p>The image data is one zlib stream over three IDAT chunks (PNG section 10): the header and the band, flushed to a
 * byte boundary; the body, compressed without a header and without references to the band; and the Adler-32 of both. So
 * the chunk of the body, with its CRC, is the same in every image.
 */
final class PngBuilder {
    /** The bytes of one row: the filter type and the pixels. */
    static final int STRIDE = 1 + 4 * MirrorImages.WIDTH;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] END = chunk("IEND", new byte[0], 0);
    private static final byte[] HEADER = header();
    private static final int ADLER_MODULUS = 65_521;
    private static final int CHUNK_OVERHEAD = 12;

    private PngBuilder() {}

    /** Compressed rows as a whole IDAT chunk. */
    static final class Body {
        private final byte[] chunk;
        private final int adler;
        private final int rawLength;

        Body(byte[] chunk, int adler, int rawLength) {
            this.chunk = chunk;
            this.adler = adler;
            this.rawLength = rawLength;
        }
    }

    /** Compresses the lower rows, which end the image data. */
    static Body compress(byte[] rows) {
        Adler32 adler = new Adler32();
        adler.update(rows);
        byte[] data = new byte[rows.length + rows.length / 100 + 64];
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(rows);
            deflater.finish();
            int length = 0;
            // More than one call, because the first one may do no more than take over the strategy.
            while (!deflater.finished()) {
                length += deflater.deflate(data, length, data.length - length);
            }
            return new Body(chunk("IDAT", data, length), (int) adler.getValue(), rows.length);
        } finally {
            deflater.end();
        }
    }

    /** Returns the image of those upper rows and that body. */
    static List<byte[]> assemble(byte[] rows, Body body) {
        byte[] band = RunDeflater.begin(rows);
        Adler32 adler = new Adler32();
        adler.update(rows);
        int combined = combine((int) adler.getValue(), body.adler, body.rawLength);
        byte[] sum = ByteBuffer.allocate(4).putInt(combined).array();
        return List.of(
                join(List.of(SIGNATURE, HEADER, chunk("IDAT", band, band.length))),
                body.chunk,
                join(List.of(chunk("IDAT", sum, sum.length), END)));
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    /** Returns the Adler-32 of two byte sequences in a row from those of each (RFC 1950 section 8.2). */
    static int combine(int first, int second, int secondLength) {
        long a = (first & 0xFFFF) + (second & 0xFFFF) - 1L;
        // Every byte of the second sequence adds the sum of the first, less the 1 with which its own sum began.
        long carried = (long) (secondLength % ADLER_MODULUS) * ((first & 0xFFFF) - 1L);
        long b = (first >>> 16) + (second >>> 16) + carried;
        return Math.floorMod(b, ADLER_MODULUS) << 16 | Math.floorMod(a, ADLER_MODULUS);
    }

    private static byte[] header() {
        ByteBuffer data = ByteBuffer.allocate(13);
        data.putInt(MirrorImages.WIDTH).putInt(MirrorImages.HEIGHT);
        // 8 bits, RGBA, compression and filter method 0, not interlaced (PNG section 11.2.1).
        data.put(new byte[] {8, 6, 0, 0, 0});
        return chunk("IHDR", data.array(), data.capacity());
    }

    private static byte[] chunk(String type, byte[] data, int length) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_OVERHEAD + length);
        chunk.putInt(length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data, 0, length);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + length);
        chunk.putInt((int) crc.getValue());
        return chunk.array();
    }
}
