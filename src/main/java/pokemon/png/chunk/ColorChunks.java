package pokemon.png.chunk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/**
 * The chunks with the colour space of the samples, and with the orientation of the image (PNG 3rd edition, 4.3 and
 * 11.3.2): cICP, iCCP, sRGB, gAMA, cHRM and eXIf.
 *
 * <p>The first intact one of each kind is kept, if its data and its place are legal. Decoders ignore the others.
 */
public final class ColorChunks {
    private static final int CICP = 0x63494350;
    private static final int ICCP = 0x69434350;
    private static final int SRGB = 0x73524742;
    private static final int GAMA = 0x67414d41;
    private static final int CHRM = 0x6348524d;
    private static final int EXIF = 0x65584966;

    private static final int LITTLE_ENDIAN_TIFF = 0x49492a00;
    private static final int BIG_ENDIAN_TIFF = 0x4d4d002a;

    private final Map<Integer, Chunk> kept = new LinkedHashMap<>();

    /** Takes an ancillary chunk. All of these but eXIf must come early, before PLTE and IDAT. */
    void accept(byte[] bytes, Chunk chunk, PngHeader header, boolean early) {
        if (chunk.intact() && (early || chunk.type() == EXIF) && isLegal(bytes, chunk, header)) {
            kept.putIfAbsent(chunk.type(), chunk);
        }
    }

    private static boolean isLegal(byte[] bytes, Chunk chunk, PngHeader header) {
        return switch (chunk.type()) {
            case CICP -> chunk.size() == 4;
            case ICCP -> IccProfile.isLegal(bytes, chunk, header.isGray());
            case SRGB -> chunk.size() == 1 && bytes[chunk.data()] >= 0 && bytes[chunk.data()] <= 3;
            case GAMA -> chunk.size() == 4 && BigEndian.int32(bytes, chunk.data()) > 0;
            case CHRM -> chunk.size() == 32;
            case EXIF -> chunk.size() > 8 && isTiff(BigEndian.int32(bytes, chunk.data()));
            default -> false;
        };
    }

    private static boolean isTiff(int start) {
        return start == LITTLE_ENDIAN_TIFF || start == BIG_ENDIAN_TIFF;
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** Writes the chunks, which belong directly behind IHDR. */
    public void writeTo(OutputStream out, byte[] bytes) throws IOException {
        for (Chunk chunk : kept.values()) {
            // A file should have one profile only, and the explicit one counts.
            if (chunk.type() != SRGB || !kept.containsKey(ICCP)) {
                chunk.writeTo(out, bytes);
            }
        }
    }

    /** Checks the profile in an iCCP chunk (PNG 3rd edition, 11.3.2.3; ICC.1:2022, 7.2). */
    private static final class IccProfile {
        private static final int LONGEST_NAME = 79;
        private static final int HEADER = 128;

        /** The largest profile; those with tables for printers have some megabytes. */
        private static final int MAX_BYTES = 8 << 20;

        private static final int SIGNATURE = 0x61637370;
        private static final int RGB = 0x52474220;
        private static final int GRAY = 0x47524159;

        /** Returns whether a chunk holds a complete profile, for gray or for coloured images. */
        static boolean isLegal(byte[] bytes, Chunk chunk, boolean gray) {
            int name = 0;
            while (name < chunk.size() && name <= LONGEST_NAME && bytes[chunk.data() + name] != 0) {
                name++;
            }
            int stream = name + 2;
            if (name == 0 || name > LONGEST_NAME || stream >= chunk.size() || bytes[chunk.data() + name + 1] != 0) {
                return false;
            }
            int size = chunk.size() - stream;
            try (InputStream in =
                    new InflaterInputStream(new ByteArrayInputStream(bytes, chunk.data() + stream, size))) {
                byte[] header = in.readNBytes(HEADER);
                return header.length == HEADER
                        && BigEndian.int32(header, 36) == SIGNATURE
                        && BigEndian.int32(header, 16) == (gray ? GRAY : RGB)
                        && BigEndian.int32(header, 0) == HEADER + in.skip(MAX_BYTES)
                        && in.read() < 0;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
