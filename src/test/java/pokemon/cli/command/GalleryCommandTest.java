package pokemon.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.cli.process.ExitCode;
import pokemon.faults.rows.Row;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;

/** {@code pokemon gallery}. */
final class GalleryCommandTest {
    private static final TestImages.Form FORM = new TestImages.Form(200, 150, 8, 6, false, false);

    @TempDir
    private Path temporary;

    private Path images;
    private Path page;

    @BeforeEach
    void saveTwoImagesAndADamagedOne() throws IOException {
        images = Files.createDirectory(temporary.resolve("images"));
        Files.write(images.resolve("007.png"), TestImages.png(FORM, 7));
        Files.write(images.resolve("009.png"), TestImages.png(FORM, 9));
        Files.writeString(images.resolve("010.png"), "no image");
        page = temporary.resolve("page.html");
    }

    @Row(67)
    @Test
    void showsNoControlCharactersOfNames() throws IOException {
        Path odd = Files.move(images, temporary.resolve("\u001b[31m\u202e\u009b"));
        Invocation run = Invocation.ok("gallery -q --out", page, odd);
        String text = Files.readString(page) + run.out();
        assertTrue(text.contains("\\x1b[31m\\u202e\\x9b"), run.out());
        assertTrue(text.codePoints().noneMatch(each -> each == 0x1b || each == 0x202e || each == 0x9b));
    }

    @Test
    void writesAPageAndASheetBesideItAndSaysWhatTheyShow() throws IOException {
        Invocation run = Invocation.ok("gallery -q --out", page, images);
        assertEquals(
                List.of(page + ": 3 images, 1 damaged, 1 missing", temporary.resolve("page.png") + ": contact sheet"),
                run.outLines());
        assertEquals("", run.err());
        assertEquals(List.of("images", "page.html", "page.png"), Listing.names(temporary));
        assertEquals(List.of("007.png", "009.png", "010.png"), Listing.names(images));
        assertTrue(Files.readString(page).contains("href=\"./images/009.png\""));
    }

    @Test
    void showsTheRangeThatIsAskedFor() {
        Invocation run = Invocation.line(
                "gallery --range 1-8 --columns 4 --sheet", temporary.resolve("s.png"), "--out", page, images);
        assertEquals(page + ": 1 images, 0 damaged, 7 missing", run.outLines().get(0), run.err());
    }

    @Test
    void replacesAnEarlierPageByTheSameBytes() throws IOException {
        Invocation.line("gallery -q --out", page, images);
        byte[] first = Files.readAllBytes(page);
        Files.writeString(page, "old");
        Invocation.line("gallery -q --out", page, images);
        assertArrayEquals(first, Files.readAllBytes(page));
    }

    @Test
    void showsProgressWhenAsked() {
        Invocation run = Invocation.line("gallery --progress always --out", page, images);
        assertTrue(run.err().contains("3/3"), run.err());
        assertTrue(run.err().contains("1 failed"), run.err());
    }

    @Test
    void anEmptyDirectoryIsNoGallery() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        Invocation.line("gallery --out", page, empty)
                .assertFailed(ExitCode.CANNOT_START, "no images (NNN.png) are in " + empty);
        assertTrue(Files.notExists(page));
        Invocation allMissing = Invocation.line("gallery --range 1-3 --out", page, empty);
        assertEquals(
                page + ": 0 images, 0 damaged, 3 missing", allMissing.outLines().get(0), allMissing.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--sheet"})
    void leavesAloneWhatIsNoRegularFile(String option) throws Exception {
        Path pipe = temporary.resolve("pipe");
        ToolProcess.run(temporary, Map.of(), List.of("mkfifo", pipe.toString())).assertExit(0);
        String message = option + ": " + pipe + " is no regular file and would be replaced by one";
        Invocation.line("gallery " + option, pipe, images).assertFailed(ExitCode.CANNOT_START, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "007.png"})
    void saysInOneLineThatThereIsNoSuchDirectory(String name) {
        Path path = images.resolve(name);
        Invocation.line("gallery --out", page, path).assertFailed(ExitCode.CANNOT_START, "no such directory: " + path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --out TMP/none/page.html | --out: no such directory: TMP/none
            --out TMP                | --out: TMP is a directory
            --out TMP/p --sheet TMP/images | --sheet: TMP/images is a directory
            """)
    void saysBeforeAnyWorkThatAFileCannotBeWritten(String options, String message) {
        Invocation.line("gallery " + options.replace("TMP", temporary.toString()), images)
                .assertFailed(ExitCode.CANNOT_START, message.replace("TMP", temporary.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --out TMP/p.html --sheet TMP/images/007.png | the gallery would replace the image TMP/images/007.png
            --out TMP/images/004.html                   | the gallery would replace the image TMP/images/004.png
            --out TMP/images/009.html                   | the gallery would replace the image TMP/images/009.png
            --out TMP/p.png --sheet TMP/p.png           | --out and --sheet are the same file: TMP/p.png
            --out TMP/p.html --range 1-10001            | the ids 1 to 10001 are too many for one page, which takes up to 10000: choose some with --range
            --out TMP/p.html --range 9-1                | --range: '9-1' is not a range of ids such as 1-898
            --out TMP/p.html --columns 0                | --columns: '0' is not a whole number from 1 to 2147483647
            """)
    void refusesWhatWouldDoHarm(String options, String message) throws IOException {
        Invocation.line("gallery " + options.replace("TMP", temporary.toString()), images)
                .assertRefused(message.replace("TMP", temporary.toString()));
        assertEquals(List.of("images"), Listing.names(temporary));
        assertEquals(List.of("007.png", "009.png", "010.png"), Listing.names(images));
    }
}
