package pokemon.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContactSheetTest {
    @TempDir
    private Path directory;

    private static BufferedImage picture(ContactSheet sheet) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(sheet.png()));
    }

    @Test
    void hasEachImageInItsCellAndMarksTheRest() throws IOException {
        ContactSheet sheet = new ContactSheet(SampleGallery.of(SampleGallery.mixed(directory), 5, 8), 2);
        BufferedImage picture = picture(sheet);
        assertEquals(0xffcc0000, picture.getRGB(sheet.x(0) + 48, sheet.y(0) + 48), "the picture of 5");
        assertEquals(0xffffffff, picture.getRGB(sheet.x(0) + 48, sheet.y(0) + 5), "5 is low, so there is room above");
        assertEquals(0xffd0d7de, picture.getRGB(sheet.x(1) + 1, sheet.y(1) + 48), "the frame of 6, missing");
        assertEquals(0xffc62828, picture.getRGB(sheet.x(2) + 1, sheet.y(2) + 48), "the frame of 7, damaged");
        assertEquals(0xff0000cc, picture.getRGB(sheet.x(3) + 48, sheet.y(3) + 48), "the picture of 8");
    }

    @Test
    void writesTheNumberBelowEachCell() throws IOException {
        ContactSheet sheet = new ContactSheet(SampleGallery.of(SampleGallery.mixed(directory), 5, 8), 4);
        BufferedImage picture = picture(sheet);
        assertTrue(label(picture, sheet, 0).distinct().count() > 1);
        assertNotEquals(
                label(picture, sheet, 0).boxed().toList(),
                label(picture, sheet, 3).boxed().toList());
    }

    private static IntStream label(BufferedImage picture, ContactSheet sheet, int index) {
        return Arrays.stream(picture.getRGB(sheet.x(index), sheet.y(index) + 97, 96, 15, null, 0, 96));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 5, 1", "30, 0, 6, 5", "898, 0, 30, 30", "2000, 0, 32, 63", "30, 7, 7, 5", "3, 7, 3, 1"})
    void isAboutSquareUnlessToldOtherwise(int ids, int asked, int columns, int rows) throws IOException {
        ContactSheet sheet = new ContactSheet(SampleGallery.of(directory, 1, ids), asked);
        assertEquals(List.of(columns, rows), List.of(sheet.columns(), sheet.rows()));
    }

    @Test
    void halvesTheCellsOfVeryManyIds() throws IOException {
        ContactSheet few = new ContactSheet(SampleGallery.of(directory, 1, 3000), 0);
        ContactSheet many = new ContactSheet(SampleGallery.of(directory, 1, 3001), 0);
        assertEquals(48, few.x(1) - many.x(1));
    }

    @Test
    void isTheSameForTheSameImages() throws IOException {
        Gallery gallery = SampleGallery.of(SampleGallery.mixed(directory), 1, 9);
        assertArrayEquals(new ContactSheet(gallery, 0).png(), new ContactSheet(gallery, 0).png());
    }
}
