package pokemon.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageSourceTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, http://127.0.0.1:8080/007.png",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080/007.png",
        "https://example.invalid/a/b, https://example.invalid/a/b/007.png",
        "http://127.0.0.1/x?id={id}&again={id}, http://127.0.0.1/x?id=007&again=007",
        "HTTP://127.0.0.1/{id}.jpg, HTTP://127.0.0.1/007.jpg"
    })
    void completesBaseAddressesAndFillsInTemplates(String text, String expected) {
        assertEquals(expected, ImageSource.parse(text).uri(7).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/{id}",
                "images",
                "",
                "http://",
                "http:///x",
                "http://a b/",
                "file:///tmp/",
                "http://127.0.0.1:99999/"
            })
    void refusesWhatIsNoWebAddress(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> ImageSource.parse(text))
                .getMessage();
        assertTrue(message.startsWith("'" + text), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:secret@127.0.0.1/",
                "http://user:secret@img_mirror/",
                "http://user:secret@a b/",
                "http://user:secret@127.0.0.1:99999/",
                "http:\\\\user:secret@127.0.0.1/"
            })
    void refusesALoginWithoutRepeatingIt(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> ImageSource.parse(text))
                .getMessage();
        assertTrue(message.contains("--header"), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void refusesATemplateWithoutAPlaceForTheId() {
        assertThrows(IllegalArgumentException.class, () -> new ImageSource("http://127.0.0.1/1.png"));
    }
}
