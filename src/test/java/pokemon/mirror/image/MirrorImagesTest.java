package pokemon.mirror.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.png.PngFile;
import pokemon.png.TestImages;
import pokemon.png.chunk.PngHeader;

final class MirrorImagesTest {
    private static final int[] LARGE_IDS = {899, 999, 1000, 1001, 1025, 9999, 10_000, 12_345, 67_890, 99_999};

    private static IntStream ids() {
        return IntStream.concat(IntStream.rangeClosed(1, 898), Arrays.stream(LARGE_IDS));
    }

    @Test
    void everyImageIsAFlawlessPng() throws IOException {
        for (int id : ids().toArray()) {
            byte[] png = TestImages.mirrored(id);
            PngFile file = PngFile.verify(png, png.length, 1_000_000);
            assertEquals(new PngHeader(475, 475, 8, 6, false), file.header());
            assertArrayEquals(png, TestImages.written(file), () -> "more than IHDR, IDAT and IEND in image " + id);
        }
    }

    @Test
    void everyImageShowsItsOwnNumber() {
        // The band is enough: decoding 900 whole images by ImageIO would take ten times as long.
        for (int id = 1; id <= MirrorImages.LAST_ID; id += id < 1100 ? 1 : 83) {
            int[] pixels = unfilter(TitleBand.rows(id));
            assertEquals(id, ShownNumber.of((x, y) -> pixels[y * MirrorImages.WIDTH + x]));
        }
    }

    private static int[] unfilter(byte[] rows) {
        int[] pixels = new int[TitleBand.ROWS * MirrorImages.WIDTH];
        byte[] above = new byte[PngBuilder.STRIDE];
        for (int y = 0; y < TitleBand.ROWS; y++) {
            assertEquals(2, rows[y * PngBuilder.STRIDE]);
            for (int i = 1; i < PngBuilder.STRIDE; i++) {
                above[i] += rows[y * PngBuilder.STRIDE + i];
            }
            for (int x = 0; x < MirrorImages.WIDTH; x++) {
                int at = 1 + 4 * x;
                pixels[y * MirrorImages.WIDTH + x] = (above[at + 3] & 0xFF) << 24
                        | (above[at] & 0xFF) << 16
                        | (above[at + 1] & 0xFF) << 8
                        | (above[at + 2] & 0xFF);
            }
        }
        return pixels;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10, 99, 100, 345, 678, 898, 1025, 23_456, 99_999})
    void aDecodedImageShowsItsOwnNumber(int id) throws IOException {
        BufferedImage image = TestImages.decoded(TestImages.mirrored(id));
        assertEquals(MirrorImages.WIDTH, image.getWidth());
        assertEquals(MirrorImages.HEIGHT, image.getHeight());
        assertTrue(image.getColorModel().hasAlpha());
        assertEquals(id, ShownNumber.of(image::getRGB));
    }

    @Test
    void noNumberIsReadFromOtherPixels() {
        assertEquals(-1, ShownNumber.of((x, y) -> 0));
        assertEquals(-1, ShownNumber.of((x, y) -> 0xFFFFFFFF));
        assertEquals(-1, ShownNumber.of((x, y) -> 0xFF000000 | (x * y)));
    }

    @Test
    void sizesAreLikeThoseOfRealImages() {
        int[] sizes = IntStream.rangeClosed(1, 898)
                .map(id -> TestImages.mirrored(id).length)
                .toArray();
        int smallest = Arrays.stream(sizes).min().orElseThrow();
        int largest = Arrays.stream(sizes).max().orElseThrow();
        double average = Arrays.stream(sizes).average().orElseThrow();
        assertTrue(smallest >= 60_000, () -> "smallest " + smallest);
        assertTrue(largest <= 220_000, () -> "largest " + largest);
        assertTrue(average > 135_000 && average < 165_000, () -> "average " + average);
    }

    @Test
    void noTwoIdsHaveTheSameImage() {
        Set<Integer> seen = new HashSet<>();
        ids().forEach(id -> assertTrue(seen.add(Arrays.hashCode(TestImages.mirrored(id))), () -> "image " + id));
    }

    @Test
    void neighboursDifferBelowTheirBandsToo() {
        assertFalse(Arrays.equals(
                MirrorImages.parts(1).get(1), MirrorImages.parts(2).get(1)));
    }

    @Test
    void anIdAlwaysHasTheSameImage() {
        assertArrayEquals(TestImages.mirrored(25), TestImages.mirrored(25));
        assertArrayEquals(Creature.draw(3).filteredRows(), Creature.draw(3).filteredRows());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_000})
    void idsOutOfRangeAreRefused(int id) {
        assertThrows(IllegalArgumentException.class, () -> TestImages.mirrored(id));
    }
}
