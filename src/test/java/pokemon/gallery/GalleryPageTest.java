package pokemon.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GalleryPageTest {
    @TempDir
    private Path temporary;

    private String page(Path directory, int first, int last) throws IOException {
        StringBuilder page = new StringBuilder();
        Path home = temporary.toRealPath();
        new GalleryPage(SampleGallery.of(directory, first, last), home, home.resolve("contact sheet.png")).write(page);
        return page.toString();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void hasACardForEachIdAndSaysWhatIsWrong() throws IOException {
        String page = page(SampleGallery.mixed(temporary.resolve("images")), 4, 8);
        assertEquals(
                List.of("missing 4", "picture 5", "missing 6", "damaged 7", "picture 8"),
                found("<li id=\"n\\d+\" class=\"(\\w+\" data-id=\"\\d+)\"", page).stream()
                        .map(card -> card.replace("\" data-id=\"", " "))
                        .toList());
        assertEquals(List.of("plain text came instead of a PNG image"), found("class=\"reason\">([^<]*)<", page));
        assertTrue(page.contains("<b>2</b> valid, <b>1</b> damaged, <b>2</b> missing"), page);
        assertTrue(page.contains("<b>#005</b> <span class=\"facts\">200&#215;100, "), page);
        assertFalse(page.contains("{{"), page);
    }

    @Test
    void holdsEachThumbnailAsAPictureOfItsOwn() throws IOException {
        String page = page(SampleGallery.mixed(temporary.resolve("images")), 5, 8);
        List<String> pictures = found("src=\"data:image/png;base64,([^\"]*)\"", page);
        assertEquals(2, pictures.size());
        BufferedImage red =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(pictures.get(0))));
        assertEquals(List.of(96, 48), List.of(red.getWidth(), red.getHeight()));
        assertEquals(0xffcc0000, red.getRGB(50, 20));
    }

    @Test
    void takesNoNameForHtml() throws IOException {
        String page = page(SampleGallery.mixed(temporary.resolve("<i>\"R&D\" it's")), 5, 5);
        assertTrue(page.contains("<h1>&lt;i&gt;&quot;R&amp;D&quot; it&#39;s</h1>"), page);
        assertFalse(page.contains("<i>"), page);
        assertEquals(
                List.of("./%3Ci%3E%22R&amp;D%22%20it&#39;s/005.png"), found("class=\"tile\" href=\"([^\"]*)\"", page));
    }

    @Test
    void linksToFilesAndAsksNobodyElse() throws IOException {
        String page = page(SampleGallery.mixed(temporary.resolve("images")), 4, 8);
        assertEquals(
                List.of("./contact%20sheet.png", "./images/005.png", "./images/007.png", "./images/008.png"),
                found("href=\"([^\"]*)\"", page));
        assertEquals(List.of(), found("((?:https?:)?//[a-z])", page.replaceAll("base64,[^\"]*", "")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            /a,     /a/007.png,         ./007.png
            /a,     /a/b c/007.png,     ./b%20c/007.png
            /a/d,   /a/b/007.png,       ../b/007.png
            /a/d/e, /007.png,           ../../../007.png
            /,      /a/007.png,         ./a/007.png
            /a,     /a/x:y/007.png,     ./x:y/007.png
            /a,     /a/50%#?/007.png,   ./50%25%23%3F/007.png
            /ab,    /a/007.png,         ../a/007.png
            """)
    void linksAreRelativeToThePage(Path from, Path to, String link) {
        assertEquals(link, GalleryPage.link(from, to));
    }

    @Test
    void aGapThatNothingFillsIsAMistake() {
        Template template = Template.named("missing.html");
        assertThrows(
                IllegalArgumentException.class,
                () -> template.write(Map.of("id", Template.text(1)), new StringBuilder()));
    }

    @Test
    void whatFillsAGapIsTakenAsItIs() throws IOException {
        StringBuilder out = new StringBuilder();
        Template.named("missing.html").write(Map.of("id", Template.text("$1"), "digits", Template.html("{{id}}")), out);
        assertTrue(out.toString().contains("id=\"n$1\""), out::toString);
        assertTrue(out.toString().contains("#{{id}}"), out::toString);
    }
}
