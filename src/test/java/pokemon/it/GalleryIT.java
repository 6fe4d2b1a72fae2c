package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.cli.process.ExitCode;
import pokemon.directory.ImageName;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;

/** The page of {@code pokemon gallery} in a real browser, and the command as it is packaged. */
final class GalleryIT {
    private static final int IMAGES = 30;

    /** Presses keys and notes what has the focus, or the caption of the large picture. */
    private static final String VISITOR = """
            <script>
            (async () => {
              const notes = [];
              const press = key => document.activeElement.dispatchEvent(
                new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
              const focused = () => notes.push(document.activeElement.closest('li')?.dataset.id
                ?? document.activeElement.id);
              for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'Home', 'ArrowDown', 'ArrowUp', '/']) {
                press(key);
                focused();
              }
              press('ArrowDown');
              document.activeElement.click();
              press('ArrowRight');
              notes.push(document.getElementById('caption').textContent);
              const full = document.getElementById('full');
              while (!full.complete || full.naturalWidth === 0) {
                await new Promise(done => full.addEventListener('load', done, { once: true }));
              }
              notes.push(full.naturalWidth);
              const large = document.getElementById('large');
              large.close();
              // The browser's own event may come after the end of its virtual time.
              large.dispatchEvent(new Event('close'));
              focused();
              document.body.dataset.notes = notes.join(' ');
            })().catch(error => { document.body.dataset.notes = String(error); });
            </script>
            </body>""";

    @TempDir
    private Path temporary;

    private Path images;
    private Path page;

    @BeforeEach
    void makeAGalleryWithADamagedAndAMissingImage() throws Exception {
        images = Files.createDirectory(temporary.resolve("my <poké & dex> 50%#"));
        for (int id = 1; id <= IMAGES; id++) {
            Files.write(images.resolve(ImageName.of(id)), TestImages.mirrored(id));
        }
        Files.delete(images.resolve(ImageName.of(7)));
        Files.writeString(images.resolve(ImageName.of(13)), "<b>no image</b>");
        page = temporary.resolve("gallery.html");
        Run made = ToolProcess.run(temporary, Map.of("LC_ALL", "C.UTF-8"), ToolProcess.packaged("gallery -q", images))
                .assertExit(ExitCode.OK);
        assertEquals(
                List.of("gallery.html: 29 images, 1 damaged, 1 missing", "gallery.png: contact sheet"), made.out());
    }

    /** Returns the page as it is after its script ran. */
    private String shown(Path file, String fragment) throws IOException, InterruptedException {
        return new Browser(temporary).shown(file.toUri() + fragment);
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), () -> pattern + " is not in the page");
        return matcher.group(1);
    }

    private static List<String> visible(String text) {
        return Pattern.compile("<li id=\"n(\\d+)\"([^>]*)>")
                .matcher(text)
                .results()
                .filter(card -> !card.group(2).contains("hidden"))
                .map(card -> card.group(1))
                .toList();
    }

    @Test
    void nothingIsWrittenAmongTheImagesUnasked() throws Exception {
        Run run = ToolProcess.packaged(images, Map.of("LC_ALL", "C.UTF-8"), "gallery .")
                .assertExit(ExitCode.USAGE);
        assertEquals(
                "pokemon: the page would be among the images: name another place, such as --out ../gallery.html",
                run.err().get(0));
        assertTrue(Files.notExists(images.resolve("gallery.html")));
        assertTrue(Files.notExists(images.resolve("gallery.png")));
    }

    @Test
    void everyThumbnailCanBeSeenWithoutTheDirectory() throws Exception {
        Files.move(images, temporary.resolve("elsewhere"));
        String shown = shown(page, "");
        assertEquals("28", first("<body data-loaded=\"(\\d+)\"", shown));
        assertEquals("30 of 30 shown", first("<output[^>]*>([^<]*)<", shown));
        assertEquals(IMAGES, visible(shown).size());
    }

    @Test
    void anAddressWithANumberShowsTheIdsThatBeginWithIt() throws Exception {
        String shown = shown(page, "#q=2");
        assertEquals("11 of 30 shown", first("<output[^>]*>([^<]*)<", shown));
        assertEquals(List.of("2", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29"), visible(shown));
        assertEquals(List.of("3", "4", "5"), visible(shown(page, "#q=3-5")));
        assertEquals(List.of("30"), visible(shown(page, "#q=030")));
    }

    @Test
    void anAddressWithAFilterShowsWhatIsWrong() throws Exception {
        assertEquals(List.of("13"), visible(shown(page, "#show=damaged")));
        assertEquals(List.of("7"), visible(shown(page, "#show=missing")));
        String none = shown(page, "#show=missing&q=8");
        assertEquals(List.of(), visible(none));
        assertEquals("0 of 30 shown", first("<output[^>]*>([^<]*)<", none));
    }

    @Test
    void keysMoveBetweenTheCardsAndAPictureOpensInFront() throws Exception {
        Path visited = temporary.resolve("visited.html");
        Files.writeString(visited, Files.readString(page).replace("</body>", VISITOR));
        String notes = new Browser(temporary).notes(visited.toUri() + "#q=1-29");
        // Focus on 1, 2, the last, and the first; a row down and up; the number; then 2 large, 475 wide.
        String below = notes.split(" ", -1)[5];
        assertTrue(Integer.parseInt(below) > 2, notes);
        assertEquals("1 2 29 29 1 " + below + " 1 number #002 475 2", notes);
    }
}
