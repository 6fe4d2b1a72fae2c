package pokemon.png;

/**
 * Checks that the strips or tiles of the first image of a TIFF file are all there (TIFF 6.0, 2, 8 and 15).
 *
 * <p>The decoder of ImageIO leaves what is missing black.
 */
final class TiffCheck {
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_SIZES = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_SIZES = 325;

    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private final byte[] bytes;
    private final int length;
    private final boolean little;
    private long offsets = -1;
    private long sizes = -1;

    private TiffCheck(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        this.little = bytes[0] == 'I';
    }

    /** Checks an image and returns its orientation. */
    static int requireWhole(byte[] bytes, int length) throws BadImageException {
        return new TiffCheck(bytes, length).check();
    }

    private int check() throws BadImageException {
        long directory = uint(4, 4);
        long entries = uint(directory, 2);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) ENTRY * i;
            switch ((int) uint(entry, 2)) {
                case STRIP_OFFSETS, TILE_OFFSETS -> offsets = entry;
                case STRIP_SIZES, TILE_SIZES -> sizes = entry;
                default -> {
                    // It says nothing about what must be there.
                }
            }
        }
        if (offsets < 0 || sizes < 0 || count(offsets) != count(sizes) || count(offsets) == 0) {
            throw new BadImageException("the TIFF image does not say where its pixels are");
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

    /** Returns one of the values of an entry, which stand elsewhere where four bytes are too few for them. */
    private long value(long entry, long index) throws BadImageException {
        int size = uint(entry + 2, 2) == SHORT ? 2 : 4;
        long start = size * count(entry) <= 4 ? entry + 8 : uint(entry + 8, 4);
        return uint(start + size * index, size);
    }

    private long uint(long offset, int count) throws BadImageException {
        if (offset + count > length) {
            throw endsEarly();
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[(int) offset + (little ? count - 1 - i : i)] & 0xff);
        }
        return value;
    }

    private static BadImageException endsEarly() {
        return new BadImageException("the TIFF image ends early: some of its pixels are missing");
    }
}
