package pokemon.png;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageKindTest {
    private static ImageKind kind(byte[] bytes) {
        return ImageKind.of(bytes, bytes.length);
    }

    private static ImageKind kind(String text) {
        return kind(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsTheImageFormatsByTheirFirstBytes() {
        assertEquals(ImageKind.PNG, kind(TestImages.large(1)));
        assertEquals(ImageKind.JPEG, kind(TestImages.jpeg(8, 8, 1)));
        assertEquals(ImageKind.GIF, kind(TestImages.gif(8, 8, 1)));
        assertEquals(ImageKind.GIF, kind("GIF87a"));
        assertEquals(ImageKind.BMP, kind(TestImages.bmp(8, 8, 1)));
        assertEquals(ImageKind.TIFF, kind(TestImages.encoded(TestImages.picture(3, 3, 5, 1), "tiff")));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "RIFF____WEBPVP8 |WEBP",
                "II*~|TIFF",
                "MM~*|TIFF",
                "____ftypavif____|AVIF",
                "____ftypavis____|AVIF",
                "____ftypmif1____miafavif|AVIF",
                "____ftypheic____mif1|HEIF",
                "____ftypisom____mp42|UNKNOWN",
                "____JXL ^!\u0087!|JPEG_XL",
                "\u00ff!|JPEG_XL",
                "____jP  ^!\u0087!|JPEG_2000",
                "\u00ffO\u00ffQ|JPEG_2000",
                "~~\1~\1~|ICO",
                "P6!1 1!255!~~~|PNM",
                "P1!# a comment!1 1!0|PNM",
                "P7!WIDTH 1|PNM",
                "P1 is the first page|TEXT",
                "<svg xmlns='x'>|SVG",
                "<?xml version='1.0'?><!-- drawn --><svg>|SVG",
                "%PDF-1.7|PDF",
                "\u001f\u008b\b|GZIP",
            })
    void knowsFormatsThatAreOnlyNamed(String start, ImageKind kind) {
        byte[] bytes =
                start.replace('~', '\0').replace('!', '\n').replace('^', '\r').getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(kind, ImageKind.of(bytes, bytes.length));
    }

    @Test
    void looksAtTheGivenLengthOnly() {
        byte[] png = TestImages.large(1);

        assertEquals(ImageKind.EMPTY, ImageKind.of(png, 0));
        assertEquals(ImageKind.PNG, ImageKind.of(png, 4));
        assertEquals(ImageKind.UNKNOWN, ImageKind.of(new byte[] {0, 'a'}, 1));
        assertEquals(ImageKind.TEXT, ImageKind.of(new byte[] {'a', 0}, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> ImageKind.of(png, png.length + 1));
    }

    @Test
    void takesAPngWithADamagedSignatureForAPng() {
        assertEquals(ImageKind.PNG, kind(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\n', 0x1a, '\n'}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>",
                "<!DOCTYPE html>\n<html>",
                "\uFEFF \r\n\t<!doctype HTML public>",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-\"><html xmlns=\"x\">",
                "<!-- sorry --><HTML>",
                "<head>",
                "<script>location='/login'</script>"
            })
    void knowsAPage(String page) {
        assertEquals(ImageKind.HTML, kind(page));
    }

    @Test
    void knowsAPageInUtf16() {
        assertEquals(ImageKind.HTML, kind("<html>".getBytes(StandardCharsets.UTF_16)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"<html> is not JSON\"}",
                "Not found\n",
                "BMW is a maker of cars, not of bitmaps",
                "<?xml version=\"1.0\"?><Error/>",
                "Pokémon",
                " "
            })
    void knowsOtherText(String text) {
        assertEquals(ImageKind.TEXT, kind(text));
    }

    @Test
    void doesNotGuessAtBinaryData() {
        assertEquals(ImageKind.UNKNOWN, kind(new byte[] {0, 1, 2, 3}));
        assertEquals(ImageKind.UNKNOWN, kind(new byte[] {'P', 'K', 3, 4}));
        assertEquals(ImageKind.UNKNOWN, kind(new byte[] {(byte) 0xff, (byte) 0xd8, 0}));
    }

    @Test
    void describesItselfWithAnArticle() {
        assertEquals("an HTML page", ImageKind.HTML.description());
        assertEquals("nothing", ImageKind.EMPTY.description());
    }
}
