package pokemon.png.convert;

import java.nio.charset.StandardCharsets;
import pokemon.png.chunk.BadImageException;

/**
 * Checks that a JPEG image has all its segments up to the EOI marker (ITU-T T.81, annex B.1).
 *
 * <p>The decoder of ImageIO adds a missing EOI marker, and leaves missing pixels gray.
 */
final class JpegCheck {
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP1 = 0xe1;
    private static final String EXIF = "Exif\0\0";

    private JpegCheck() {}

    /** Checks an image and returns its orientation. */
    static int requireWhole(byte[] bytes, int length) throws BadImageException {
        int orientation = Orientation.UPRIGHT;
        int position = 2;
        boolean scanned = false;
        while (true) {
            int marker = at(bytes, length, position + 1);
            if (at(bytes, length, position) != 0xff) {
                throw new BadImageException("the JPEG image has no marker at byte " + position);
            }
            if (marker == 0xff) {
                position++; // a fill byte
            } else if (marker == EOI) {
                break;
            } else if (isAlone(marker)) {
                position += 2;
            } else {
                int start = position;
                position += 2 + ((at(bytes, length, position + 2) << 8) | at(bytes, length, position + 3));
                if (marker == APP1 && position <= length && isExif(bytes, start + 4, position)) {
                    orientation = Orientation.of(bytes, start + 4 + EXIF.length(), position);
                }
                if (marker == SOS) {
                    scanned = true;
                    position = endOfScan(bytes, length, position);
                }
            }
        }
        if (!scanned) {
            throw new BadImageException("the JPEG image has no scan");
        }
        return orientation;
    }

    private static boolean isExif(byte[] bytes, int start, int end) {
        return end - start > EXIF.length()
                && new String(bytes, start, EXIF.length(), StandardCharsets.ISO_8859_1).equals(EXIF);
    }

    /** Returns where the next marker is that is neither a stuffed byte nor a restart. */
    private static int endOfScan(byte[] bytes, int length, int start) throws BadImageException {
        int position = start;
        while (true) {
            if (at(bytes, length, position) == 0xff) {
                int marker = at(bytes, length, position + 1);
                if (marker != 0 && !isAlone(marker)) {
                    return position;
                }
            }
            position++;
        }
    }

    /** Returns whether a marker has no segment: restarts and TEM. */
    private static boolean isAlone(int marker) {
        return (marker >= 0xd0 && marker <= 0xd7) || marker == 1;
    }

    private static int at(byte[] bytes, int length, int position) throws BadImageException {
        if (position >= length) {
            throw new BadImageException("the JPEG image ends early: no EOI marker");
        }
        return bytes[position] & 0xff;
    }
}
