package pokemon.png.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PngHeaderTest {
    @Test
    void countsTheBytesOfPlainRows() {
        PngHeader header = new PngHeader(475, 475, 8, 6, false);

        assertEquals(4, header.channels());
        assertEquals(1900, header.bytesPerRow(475));
        assertEquals(475 * 1901, header.inflatedSize());
    }

    @Test
    void roundsPackedRowsUpToBytes() {
        assertEquals(2, new PngHeader(9, 1, 1, 0, false).bytesPerRow(9));
        assertEquals(1, new PngHeader(2, 1, 4, 3, false).bytesPerRow(2));
        assertEquals(2, new PngHeader(3, 1, 4, 3, false).bytesPerRow(3));
    }

    @Test
    void countsThePassesOfAnInterlacedImageButNotTheEmptyOnes() {
        assertEquals(2, new PngHeader(1, 1, 8, 0, true).inflatedSize());
        // Pass 1 has one row of one pixel, pass 6 one row of one pixel.
        assertEquals(4, new PngHeader(2, 1, 8, 0, true).inflatedSize());
        // 8x8 pixels in 1 + 1 + 1 + 2 + 2 + 4 + 4 rows.
        assertEquals(64 + 15, new PngHeader(8, 8, 8, 0, true).inflatedSize());
    }

    @Test
    void saysTheLargestNumberWhereTheSizeIsAboveIt() {
        int max = Integer.MAX_VALUE;

        assertEquals(Long.MAX_VALUE, new PngHeader(max, max, 16, 6, false).inflatedSize());
        assertEquals(Long.MAX_VALUE, new PngHeader(max, max, 16, 6, true).inflatedSize());
        assertEquals((long) max * max, new PngHeader(max, max, 16, 6, true).pixels());
    }
}
