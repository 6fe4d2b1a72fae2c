package pokemon.download.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UriReferenceTest {
    /** The examples of RFC 3986, 5.4, without those of other schemes and of fragments alone. */
    @ParameterizedTest
    @CsvSource({
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g/",
        "?y, http://a/b/c/d;p?y",
        "g?y, http://a/b/c/g?y",
        "g#s, http://a/b/c/g",
        ";x, http://a/b/c/;x",
        "'', http://a/b/c/d;p?q",
        "., http://a/b/c/",
        "./, http://a/b/c/",
        ".., http://a/b/",
        "../g, http://a/b/g",
        "../.., http://a/",
        "../../g, http://a/g",
        "../../../g, http://a/g",
        "/./g, http://a/g",
        "/../g, http://a/g",
        "g., http://a/b/c/g.",
        "..g, http://a/b/c/..g",
        "./g/., http://a/b/c/g/",
        "g/../h, http://a/b/c/h",
        "g;x=1/../y, http://a/b/c/y",
        "g?y/../x, http://a/b/c/g?y/../x"
    })
    void resolvesAsTheStandardSays(String reference, String expected) {
        assertEquals(
                expected,
                UriReference.resolve(URI.create("http://a/b/c/d;p?q"), reference)
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/x y.png, http://a/x%20y.png",
        "http://a/x%zz%20.png, http://a/x%25zz%20.png",
        "http://a/?q=a b|c, http://a/?q=a%20b%7Cc",
        "http://a/?back\\slash, http://a/?back%5Cslash",
        "http:\\\\a\\b, http://a/b",
        "http://a/%2e%2E/x//y, http://a/x//y",
        "http://[::1]:80/, http://[::1]:80/",
        "http://a, http://a/",
        "HTTP://A:80/é, HTTP://A:80/%C3%A9",
        "http://bücher.example/, http://xn--bcher-kva.example/"
    })
    void encodesWhatPeopleWrite(String text, String expected) {
        assertEquals(expected, UriReference.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/b/c, \u00c3\u00a9, http://a/b/%C3%A9",
        "http://a/b/c, \u00e9, http://a/b/%E9",
        "http://a/, //b\u00c3\u00bccher.example, http://xn--bcher-kva.example/"
    })
    void takesTheBytesOfAHeaderForUtf8WhereTheyAre(URI base, String reference, String expected) {
        assertEquals(expected, UriReference.resolve(base, reference).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a b/", "http://[::1/", "http://a\nb/"})
    void refusesAHostThatIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> UriReference.parse(text));
    }
}
