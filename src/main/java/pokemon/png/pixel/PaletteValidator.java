package pokemon.png.pixel;

import java.util.Arrays;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.InterlacePass;
import pokemon.png.chunk.PngHeader;

/**
 * Checks the filter types, and that every pixel is the index of a palette entry (PNG 3rd edition, 11.2.2).
 *
 * <p>Only this colour type needs unfiltering for that. One row is kept, each byte of which is replaced by the byte
 * below it. It grows with the bytes that really come, so a header alone allocates nothing.
 */
final class PaletteValidator extends ScanlineValidator {
    private static final int FIRST_ROOM = 1024;

    private final int bitDepth;
    private final int entries;
    private final int[] largestIndex;
    private byte[] row = new byte[FIRST_ROOM];
    private int lastByte;
    private int lastMask;
    private int filter;
    private int column;
    private int left;
    private int upperLeft;

    /** Checks images with a palette of that many entries. */
    PaletteValidator(PngHeader header, int entries) {
        super(header);
        this.bitDepth = header.bitDepth();
        this.entries = entries;
        this.largestIndex = largestIndexes(bitDepth);
    }

    private static int[] largestIndexes(int bitDepth) {
        int[] largest = new int[256];
        int mask = (1 << bitDepth) - 1;
        for (int value = 0; value < 256; value++) {
            for (int shift = 0; shift < 8; shift += bitDepth) {
                largest[value] = Math.max(largest[value], (value >> shift) & mask);
            }
        }
        return largest;
    }

    @Override
    void passStarts(InterlacePass pass) {
        Arrays.fill(row, (byte) 0);
        int perByte = 8 / bitDepth;
        lastByte = (pass.width() - 1) / perByte;
        int padding = (perByte - 1 - (pass.width() - 1) % perByte) * bitDepth;
        lastMask = (0xff << padding) & 0xff;
    }

    @Override
    void rowStarts(int filter) {
        this.filter = filter;
        column = 0;
        left = 0;
        upperLeft = 0;
    }

    @Override
    void pixels(byte[] buffer, int offset, int count) throws BadImageException {
        makeRoom(column + count);
        for (int i = 0; i < count; i++) {
            int up = row[column] & 0xff;
            int value = (buffer[offset + i] + predict(up)) & 0xff;
            int indexes = column == lastByte ? value & lastMask : value;
            if (largestIndex[indexes] >= entries) {
                throw BadImageException.ofIndex(largestIndex[indexes], entries);
            }
            row[column++] = (byte) value;
            left = value;
            upperLeft = up;
        }
    }

    private void makeRoom(int needed) {
        if (needed > row.length) {
            row = Arrays.copyOf(row, (int) Math.min(Math.max(needed, 2L * row.length), lastByte + 1L));
        }
    }

    private int predict(int up) {
        return switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, upperLeft);
            default -> 0;
        };
    }

    private static int paeth(int left, int up, int upperLeft) {
        int estimate = left + up - upperLeft;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toUpperLeft = Math.abs(estimate - upperLeft);
        if (toLeft <= toUp && toLeft <= toUpperLeft) {
            return left;
        }
        return toUp <= toUpperLeft ? up : upperLeft;
    }
}
