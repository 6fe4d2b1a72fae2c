package pokemon.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import pokemon.directory.DirectoryStatistics.Image;
import pokemon.png.TestImages;
import pokemon.png.TestImages.Form;
import pokemon.png.chunk.Checks;

final class DirectoryStatisticsTest {
    private static final byte[] IMAGE = TestImages.png(new Form(20, 20, 8, 6, false, false), 1);

    @TempDir
    private Path directory;

    private void save(String... names) throws IOException {
        for (String name : names) {
            Files.write(directory.resolve(name), IMAGE);
        }
    }

    private DirectoryStatistics statistics() throws IOException {
        return DirectoryStatistics.of(directory, 400, Checks.LENIENT);
    }

    private static List<Integer> ids(List<Image> images) {
        return images.stream().map(Image::id).toList();
    }

    @Test
    void findsExactlyTheValidImagesOfARange() throws IOException {
        save("008.png", "007.png");
        DirectoryStatistics statistics = statistics();
        assertEquals(
                List.of(
                        new Image(7, IMAGE.length, "", Optional.empty()),
                        new Image(8, IMAGE.length, "", Optional.empty())),
                statistics.images());
        assertEquals(2, statistics.valid());
        assertEquals(2L * IMAGE.length, statistics.bytes());
        assertEquals(List.of(), statistics.damaged());
        assertTrue(statistics.holdsExactly(7, 8));
    }

    @Test
    void countsADamagedImageButNotAsValid() throws IOException {
        save("007.png");
        Files.write(directory.resolve("008.png"), Arrays.copyOf(IMAGE, IMAGE.length - 1));
        DirectoryStatistics statistics = statistics();
        assertEquals(List.of(7, 8), ids(statistics.images()));
        assertEquals(1, statistics.valid());
        assertEquals(List.of(8), ids(statistics.damaged()));
        assertFalse(statistics.damaged().get(0).damage().isBlank());
        assertEquals(2L * IMAGE.length - 1, statistics.bytes());
        assertEquals(List.of(), statistics.unexpected(7, 8));
        assertFalse(statistics.holdsExactly(7, 8));
    }

    @Test
    void takesAnImageOverThePixelCapForDamaged() throws IOException {
        save("007.png");
        assertEquals(
                List.of(7),
                ids(DirectoryStatistics.of(directory, 399, Checks.LENIENT).damaged()));
    }

    @Test
    void missesWhatIsNotThere() throws IOException {
        save("007.png", "009.png");
        assertEquals(List.of(6, 8, 10), statistics().missing(6, 10));
        assertFalse(statistics().holdsExactly(7, 9));
    }

    @Test
    void doesNotExpectWhatIsOutsideTheRange() throws IOException {
        save("006.png", "007.png", "008.png", "pikachu.png", ".007.png.tmp");
        assertEquals(
                List.of(".007.png.tmp", "006.png", "008.png", "pikachu.png"),
                statistics().unexpected(7, 7));
        assertFalse(statistics().holdsExactly(7, 7));
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    void takesIdsOfMoreThanThreeDigits() throws IOException {
        save("999.png", "1000.png", "1025.png");
        assertEquals(List.of(999, 1000, 1025), ids(statistics().images()));
        assertEquals(List.of("1025.png"), statistics().unexpected(999, 1000));
    }

    @Test
    void doesNotTakeADirectoryForAnImage() throws IOException {
        Files.createDirectory(directory.resolve("005.png"));
        DirectoryStatistics statistics = statistics();
        assertEquals(List.of(), statistics.images());
        assertEquals(List.of(5), statistics.missing(5, 5));
        assertEquals(List.of("005.png"), statistics.unexpected(5, 5));
    }

    @Test
    void findsNothingInAnEmptyDirectory() throws IOException {
        DirectoryStatistics statistics = statistics();
        assertEquals(new DirectoryStatistics(directory, List.of(), List.of()), statistics);
        assertEquals(0, statistics.bytes());
        assertFalse(statistics.holdsExactly(1, 1));
    }

    @Test
    void failsWhenThereIsNoDirectory() {
        Path missing = directory.resolve("missing");
        assertThrows(NoSuchFileException.class, () -> DirectoryStatistics.of(missing, 400, Checks.LENIENT));
    }
}
