package pokemon.png;

import java.io.ByteArrayOutputStream;

/**
 * Checks that a GIF image has all its blocks up to the trailer (GIF89a, 17 to 27), and its first frame all its pixels.
 *
 * <p>The decoder of ImageIO takes the end of the data for the end of the image, and leaves what is missing blank.
 */
final class GifCheck {
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;

    private final byte[] bytes;
    private final int length;
    private int position;

    private GifCheck(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    static void requireWhole(byte[] bytes, int length) throws BadImageException {
        new GifCheck(bytes, length).walk();
    }

    private void walk() throws BadImageException {
        position = 10;
        int flags = next();
        position += 2;
        skipColors(flags);
        boolean seen = false;
        while (true) {
            int at = position;
            switch (next()) {
                case IMAGE -> {
                    frame(!seen);
                    seen = true;
                }
                case EXTENSION -> {
                    position++;
                    subBlocks(null);
                }
                case TRAILER -> {
                    if (!seen) {
                        throw new BadImageException("the GIF image has no frame");
                    }
                    return;
                }
                default -> throw new BadImageException("the GIF image has an unknown block at byte " + at);
            }
        }
    }

    private void frame(boolean first) throws BadImageException {
        position += 4;
        long pixels = (long) uint16() * uint16();
        skipColors(next());
        int codeBits = next();
        if (!first) {
            subBlocks(null);
            return;
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        subBlocks(data);
        long found = LzwLength.of(data.toByteArray(), codeBits);
        if (found < pixels) {
            throw new BadImageException("the GIF image has " + found + " pixels instead of " + pixels);
        }
    }

    private void skipColors(int flags) {
        if ((flags & 0x80) != 0) {
            position += 3 << ((flags & 7) + 1);
        }
    }

    /** Steps over the sub-blocks up to and including the empty one, and keeps their data where asked to. */
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
