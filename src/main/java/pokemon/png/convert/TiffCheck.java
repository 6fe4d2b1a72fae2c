package pokemon.png.convert;

import pokemon.png.chunk.BadImageException;

/**
 * Checks that all strips or tiles of the first image of a TIFF file are within the file (TIFF 6.0, 2, 8 and 15).
 *
 * <p>The decoder of ImageIO leaves missing pixels black.
 */
final class TiffCheck {
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_SIZES = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_SIZES = 325;

    private static final int SAMPLES = 277;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;

    /** CMYK with alpha has five. The decoder allocates as many for every pixel as the file claims. */
    private static final long MAX_SAMPLES = 8;

    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private final byte[] bytes;
    private final int length;
    private final boolean little;
    private long offsets = -1;
    private long sizes = -1;
    private long samples = 1;
    private long tileWidth = 1;
    private long tileLength = 1;

    private TiffCheck(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        this.little = bytes[0] == 'I';
    }

    /** Checks an image, of which a tile may have up to that many pixels, and returns its orientation. */
    static int requireWhole(byte[] bytes, int length, long maxPixels) throws BadImageException {
        return new TiffCheck(bytes, length).check(maxPixels);
    }

    private int check(long maxPixels) throws BadImageException {
        long directory = uint(4, 4);
        long entries = uint(directory, 2);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) ENTRY * i;
            switch ((int) uint(entry, 2)) {
                case STRIP_OFFSETS, TILE_OFFSETS -> offsets = entry;
                case STRIP_SIZES, TILE_SIZES -> sizes = entry;
                case SAMPLES -> samples = value(entry, 0);
                case TILE_WIDTH -> tileWidth = value(entry, 0);
                case TILE_LENGTH -> tileLength = value(entry, 0);
                default -> {
                    // Other tags do not give places of pixels.
                }
            }
        }
        if (offsets < 0 || sizes < 0 || count(offsets) != count(sizes) || count(offsets) == 0) {
            throw new BadImageException("the TIFF image does not say where its pixels are");
        }
        if (samples > MAX_SAMPLES) {
            throw new BadImageException("the TIFF image claims " + samples + " samples per pixel");
        }
        if (tileWidth > maxPixels || tileLength > maxPixels || tileWidth * tileLength > maxPixels) {
            throw BadImageException.refused(
                    tileWidth + "x" + tileLength + " pixels of a tile are above the limit of " + maxPixels);
        }
        for (long i = 0; i < count(offsets); i++) {
            if (value(offsets, i) + value(sizes, i) > length) {
                throw endsEarly();
            }
        }
        return Orientation.of(bytes, 0, length);
    }

    private long count(long entry) throws BadImageException {
        return uint(entry + 4, 4);
    }

    /** Returns a value of an entry; the values are elsewhere where four bytes are too few for all of them. */
    private long value(long entry, long index) throws BadImageException {
        int size = uint(entry + 2, 2) == SHORT ? 2 : 4;
        long start = size * count(entry) <= 4 ? entry + 8 : uint(entry + 8, 4);
        return uint(start + size * index, size);
    }

    private long uint(long offset, int count) throws BadImageException {
        if (offset + count > length) {
            throw endsEarly();
        }
        return Orientation.uint(bytes, (int) offset, count, little);
    }

    private static BadImageException endsEarly() {
        return new BadImageException("the TIFF image ends early: some of its pixels are missing");
    }
}
