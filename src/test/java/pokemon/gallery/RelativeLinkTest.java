package pokemon.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelativeLinkTest {
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
    void leadFromThePageToTheFile(Path from, Path to, String link) {
        assertEquals(link, RelativeLink.from(from, to));
    }
}
