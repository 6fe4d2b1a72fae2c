package pokemon.png.chunk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/** Checks the profile in an iCCP chunk (PNG 3rd edition, 11.3.2.3; ICC.1:2022, 7.2). */
final class IccProfile {
    private static final int LONGEST_NAME = 79;
    private static final int HEADER = 128;

    /** The largest profile; those with tables for printers have some megabytes. */
    private static final int MAX_BYTES = 8 << 20;

    private static final int SIGNATURE = 0x61637370;
    private static final int RGB = 0x52474220;
    private static final int GRAY = 0x47524159;

    private IccProfile() {}

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
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes, chunk.data() + stream, size))) {
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
