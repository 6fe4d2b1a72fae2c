package pokemon.png.convert;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import pokemon.png.chunk.BadImageException;

/**
 * Checks that a WebP image has all its chunks (RFC 9649, 2), and makes its first frame a file of its own, since the
 * decoder reads still images only.
 */
final class WebpCheck {
    private static final int HEADER = 12;
    private static final int CHUNK = 8;
    private static final int FRAME_HEADER = 16;

    private final byte[] bytes;
    private final int end;
    private int orientation = Orientation.UPRIGHT;
    private byte[] profile = {};
    private boolean bitmap;
    private byte[] still;
    private Canvas canvas = Canvas.NONE;

    private WebpCheck(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Checks an image and returns what is to be decoded. */
    static WebpFrame requireWhole(byte[] bytes, int length) throws BadImageException {
        if (length < HEADER + CHUNK) {
            throw endsEarly();
        }
        long end = (uint(bytes, 4, 4) & 0xffffffffL) + 8;
        if (end > length) {
            throw endsEarly();
        }
        return new WebpCheck(bytes, (int) end).walk();
    }

    private WebpFrame walk() throws BadImageException {
        int width = 0;
        int height = 0;
        for (int at = HEADER; at < end; ) {
            int size = size(at, end);
            switch (name(at)) {
                case "VP8X" -> {
                    requireSize(size, 10);
                    width = 1 + uint(bytes, at + CHUNK + 4, 3);
                    height = 1 + uint(bytes, at + CHUNK + 7, 3);
                }
                case "VP8 ", "VP8L" -> bitmap = true;
                case "ANMF" -> {
                    requireSize(size, FRAME_HEADER);
                    if (still == null) {
                        acceptFrame(at + CHUNK, size, width, height);
                    }
                }
                case "ICCP" -> profile = Arrays.copyOfRange(bytes, at + CHUNK, at + CHUNK + size);
                case "EXIF" -> orientation = Orientation.of(bytes, at + CHUNK, at + CHUNK + size);
                default -> {
                    // The decoder reads the others, such as transparency.
                }
            }
            at += CHUNK + size + (size & 1);
        }
        if (!bitmap && still == null) {
            throw new BadImageException("the WebP image has no pixels");
        }
        ByteBuffer file = ByteBuffer.wrap(still == null ? bytes : still);
        return new WebpFrame(file, canvas, Srgb.profile(profile), orientation);
    }

    private int size(int at, int limit) throws BadImageException {
        if (at + CHUNK > limit) {
            throw endsEarly();
        }
        long size = uint(bytes, at + 4, 4) & 0xffffffffL;
        if (size > limit - at - CHUNK) {
            throw endsEarly();
        }
        return (int) size;
    }

    private static void requireSize(int size, int least) throws BadImageException {
        if (size < least) {
            throw endsEarly();
        }
    }

    private String name(int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** Makes a still image of the chunks in the first frame. */
    private void acceptFrame(int start, int size, int width, int height) throws BadImageException {
        int left = 2 * uint(bytes, start, 3);
        int top = 2 * uint(bytes, start + 3, 3);
        int limit = start + size;
        if (left + 1 + uint(bytes, start + 6, 3) > width || top + 1 + uint(bytes, start + 9, 3) > height) {
            throw new BadImageException("the first frame of the WebP image does not fit its canvas");
        }
        boolean pixels = false;
        for (int at = start + FRAME_HEADER; at < limit; ) {
            int chunk = size(at, limit);
            pixels |= name(at).equals("VP8 ") || name(at).equals("VP8L");
            at += CHUNK + chunk + (chunk & 1);
        }
        if (!pixels) {
            throw new BadImageException("the first frame of the WebP image has no pixels");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] features = new byte[18];
        System.arraycopy("VP8X\12\0\0\0\20".getBytes(StandardCharsets.ISO_8859_1), 0, features, 0, 9);
        System.arraycopy(bytes, start + 6, features, 12, 6);
        byte[] header = "RIFF\0\0\0\0WEBP".getBytes(StandardCharsets.ISO_8859_1);
        int content = 4 + features.length + size - FRAME_HEADER;
        for (int i = 0; i < 4; i++) {
            header[4 + i] = (byte) (content >> (8 * i));
        }
        file.writeBytes(header);
        file.writeBytes(features);
        file.write(bytes, start + FRAME_HEADER, size - FRAME_HEADER);
        still = file.toByteArray();
        canvas = new Canvas(width, height, left, top);
    }

    private static int uint(byte[] bytes, int offset, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[offset + i] & 0xff);
        }
        return value;
    }

    private static BadImageException endsEarly() {
        return new BadImageException("the WebP image ends early");
    }
}
