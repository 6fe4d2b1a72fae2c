package pokemon.png.convert;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    private static final int[] COLORS = {0, 1, 2};

    private final byte[] bytes;
    private final int end;
    private int orientation = Orientation.UPRIGHT;
    private byte[] profile = {};
    private boolean bitmap;
    private byte[] still;
    private Canvas canvas = Canvas.NONE;

    /**
     * The still image, or the first frame of the moving one.
     *
     * @param file a file with this image only, in the array of the buffer
     * @param canvas the place of the frame
     * @param profile its colour profile, empty for none
     * @param orientation see {@link Orientation}
     */
    record Frame(ByteBuffer file, Canvas canvas, ByteBuffer profile, int orientation) {
        /** Returns the whole image, upright, given its decoded frame. */
        BufferedImage shown(BufferedImage frame) {
            convertToSrgb(frame, profile);
            return Orientation.upright(canvas.with(frame), orientation);
        }
    }

    private WebpCheck(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Checks an image and returns what is to be decoded. */
    static Frame requireWhole(byte[] bytes, int length) throws BadImageException {
        if (length < HEADER + CHUNK) {
            throw endsEarly();
        }
        long end = Orientation.uint(bytes, 4, 4, true) + 8;
        if (end > length) {
            throw endsEarly();
        }
        return new WebpCheck(bytes, (int) end).walk();
    }

    private Frame walk() throws BadImageException {
        int width = 0;
        int height = 0;
        for (int at = HEADER; at < end; ) {
            int size = size(at, end);
            switch (name(at)) {
                case "VP8X" -> {
                    requireSize(size, 10);
                    width = 1 + uint24(at + CHUNK + 4);
                    height = 1 + uint24(at + CHUNK + 7);
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
        return new Frame(file, canvas, ByteBuffer.wrap(profile), orientation);
    }

    /** Converts the samples of an image of red, green and blue; ignores a profile that cannot be used. */
    private static void convertToSrgb(BufferedImage image, ByteBuffer profile) {
        byte[] data = new byte[profile.remaining()];
        profile.get(0, data);
        try {
            ICC_Profile from = ICC_Profile.getInstance(data);
            if (from.getColorSpaceType() == ColorSpace.TYPE_RGB) {
                WritableRaster colors =
                        image.getRaster().createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, COLORS);
                ICC_Profile to = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
                new ColorConvertOp(new ICC_Profile[] {from, to}, null).filter(colors, colors);
            }
        } catch (IllegalArgumentException | CMMException e) {
            // Browsers ignore it, too. The samples stay as they are.
            return;
        }
    }

    private int size(int at, int limit) throws BadImageException {
        if (at + CHUNK > limit) {
            throw endsEarly();
        }
        long size = Orientation.uint(bytes, at + 4, 4, true);
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
        int left = 2 * uint24(start);
        int top = 2 * uint24(start + 3);
        int limit = start + size;
        if (left + 1 + uint24(start + 6) > width || top + 1 + uint24(start + 9) > height) {
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
        ByteBuffer file = ByteBuffer.allocate(size + 14).order(ByteOrder.LITTLE_ENDIAN);
        file.put(latin1("RIFF")).putInt(size + 6);
        file.put(latin1("WEBPVP8X\12\0\0\0\20\0\0\0")).put(bytes, start + 6, 6);
        still = file.put(bytes, start + FRAME_HEADER, size - FRAME_HEADER).array();
        canvas = new Canvas(width, height, left, top);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private int uint24(int offset) {
        return (int) Orientation.uint(bytes, offset, 3, true);
    }

    private static BadImageException endsEarly() {
        return new BadImageException("the WebP image ends early");
    }
}
