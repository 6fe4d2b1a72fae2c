package pokemon.png.convert;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import pokemon.png.chunk.BadImageException;

/**
 * Checks that a GIF image has all its blocks up to the trailer (GIF89a, 17 to 27), and its first frame all its pixels.
 *
 * <p>The decoder of ImageIO takes the end of the data for the end of the image, and leaves missing pixels blank.
 */
final class GifCheck {
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;
    private static final int GRAPHIC_CONTROL = 0xf9;

    private final byte[] bytes;
    private final int length;
    private int position;
    private int screenWidth;
    private int screenHeight;
    private int globalColors;
    private int transparencyFlags;
    private int transparent = -1;

    /**
     * The first frame (GIF89a, 18 to 23).
     *
     * @param canvas its place
     * @param colors the entries of its palette
     * @param transparencyFlags the place of the byte whose flag makes an index transparent, or 0
     * @param transparent the transparent index, -1 for none
     * @param imageFlags the place of the byte whose flag makes the rows interlaced
     */
    record Frame(Canvas canvas, int colors, int transparencyFlags, int transparent, int imageFlags) {
        private static final int NOT_TRANSPARENT = 0xfe;
        private static final int INTERLACED = 0x40;

        /** First row and step of each pass (GIF89a, appendix E). */
        private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

        private boolean isInterlaced(byte[] bytes) {
            return (bytes[imageFlags] & INTERLACED) != 0;
        }

        /**
         * Returns the bytes without what ImageIO reads wrongly. A transparent index beyond the palette is removed. The
         * mark of interlaced rows is removed, too, since ImageIO loses pixels of such frames of two to four rows (JDK
         * 17 to 25); so the rows are decoded in the order of the file.
         */
        byte[] readable(byte[] bytes) {
            if (transparent < colors && !isInterlaced(bytes)) {
                return bytes;
            }
            byte[] changed = bytes.clone();
            if (transparent >= colors) {
                changed[transparencyFlags] &= (byte) NOT_TRANSPARENT;
            }
            changed[imageFlags] &= (byte) ~INTERLACED;
            return changed;
        }

        /** Returns the whole image, given its decoded frame, whose rows are in the order of the file. */
        BufferedImage shown(BufferedImage frame, byte[] bytes) {
            return canvas.with(isInterlaced(bytes) ? ordered(frame) : frame);
        }

        /** Returns an interlaced frame with its rows from top to bottom. */
        private static BufferedImage ordered(BufferedImage frame) {
            int width = frame.getWidth();
            WritableRaster rows = frame.getRaster().createCompatibleWritableRaster();
            int from = 0;
            for (int[] pass : PASSES) {
                for (int y = pass[0]; y < frame.getHeight(); y += pass[1]) {
                    rows.setDataElements(0, y, width, 1, frame.getRaster().getDataElements(0, from, width, 1, null));
                    from++;
                }
            }
            return new BufferedImage(frame.getColorModel(), rows, frame.isAlphaPremultiplied(), null);
        }
    }

    private GifCheck(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** Checks an image and returns its first frame. */
    static Frame requireWhole(byte[] bytes, int length) throws BadImageException {
        return new GifCheck(bytes, length).walk();
    }

    private Frame walk() throws BadImageException {
        position = 6;
        screenWidth = uint16();
        screenHeight = uint16();
        int flags = next();
        position += 2;
        globalColors = colors(flags);
        skipColors(flags);
        Frame first = null;
        while (true) {
            int at = position;
            switch (next()) {
                case IMAGE -> {
                    Frame frame = frame(first == null);
                    first = first == null ? frame : first;
                }
                case EXTENSION -> {
                    control(next());
                    subBlocks(null);
                }
                case TRAILER -> {
                    if (first == null) {
                        throw new BadImageException("the GIF image has no frame");
                    }
                    return first;
                }
                default -> throw new BadImageException("the GIF image has an unknown block at byte " + at);
            }
        }
    }

    /** Notes which index is transparent in the next frame (GIF89a, 23). */
    private void control(int label) {
        if (label == GRAPHIC_CONTROL && length - position > 4) {
            transparencyFlags = position + 1;
            transparent = (bytes[transparencyFlags] & 1) == 0 ? -1 : bytes[position + 4] & 0xff;
        }
    }

    private static int colors(int flags) {
        return (flags & 0x80) == 0 ? 0 : 2 << (flags & 7);
    }

    private Frame frame(boolean first) throws BadImageException {
        int left = uint16();
        int top = uint16();
        int width = uint16();
        int height = uint16();
        int imageFlags = position;
        int flags = next();
        skipColors(flags);
        int codeBits = next();
        int colors = colors(flags) == 0 ? globalColors : colors(flags);
        // The frame enlarges the screen where it does not fit.
        Canvas canvas =
                new Canvas(Math.max(screenWidth, left + width), Math.max(screenHeight, top + height), left, top);
        Frame frame = new Frame(canvas, colors, transparencyFlags, transparent, imageFlags);
        if (!first) {
            subBlocks(null);
            return frame;
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        subBlocks(data);
        LzwLength.require(data.toByteArray(), codeBits, (long) width * height, colors);
        return frame;
    }

    private void skipColors(int flags) {
        if ((flags & 0x80) != 0) {
            position += 3 << ((flags & 7) + 1);
        }
    }

    /** Steps over the sub-blocks up to and including the empty one, and adds their data to a stream, if any. */
    private void subBlocks(ByteArrayOutputStream data) throws BadImageException {
        for (int size = next(); size != 0; size = next()) {
            if (size > length - position) {
                throw endsEarly();
            }
            if (data != null) {
                data.write(bytes, position, size);
            }
            position += size;
        }
    }

    private int uint16() throws BadImageException {
        return next() | (next() << 8);
    }

    private int next() throws BadImageException {
        if (position >= length) {
            throw endsEarly();
        }
        return bytes[position++] & 0xff;
    }

    private static BadImageException endsEarly() {
        return new BadImageException("the GIF image ends early: no trailer");
    }
}
