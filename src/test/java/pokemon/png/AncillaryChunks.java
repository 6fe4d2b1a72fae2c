package pokemon.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Adds chunks to an image that its pixels do not depend on. */
final class AncillaryChunks {
    private static final String[] TYPES = {"tEXt", "gAMA", "iCCP", "pHYs", "tIME", "eXIf", "prVt"};

    private AncillaryChunks() {}

    /** Returns the image with up to two chunks of random types and sizes before each of its own but the first. */
    static byte[] among(byte[] png, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(png);
        boolean betweenData = false;
        for (int at = 8; at < png.length; at += 12 + in.getInt(at)) {
            boolean isData = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1).equals("IDAT");
            if (at > 8 && !(isData && betweenData)) {
                for (int more = random.nextInt(3); more > 0; more--) {
                    byte[] data = new byte[random.nextInt(30)];
                    random.nextBytes(data);
                    out.writeBytes(TestImages.chunk(TYPES[random.nextInt(TYPES.length)], data));
                }
            }
            betweenData = isData;
            out.write(png, at, 12 + in.getInt(at));
        }
        return TestImages.file(out.toByteArray());
    }
}
