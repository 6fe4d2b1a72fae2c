package pokemon.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.source.SourceCatalog.Place;

final class SourceCatalogTest {
    @TempDir
    private Path temporary;

    private final SourceCatalog catalog = SourceCatalog.with(Map.of("mine", "http://127.0.0.1:1/{n}.png"));

    @ParameterizedTest
    @CsvSource({
        "mine, http://127.0.0.1:1/25.png",
        "WEB, https://assets.pokemon.com/assets/cms2/img/pokedex/detail/025.png",
        "pokeapi-sprites, https://raw.githubusercontent.com/PokeAPI/sprites/master/sprites/pokemon/25.png",
        "127.0.0.1:8080, http://127.0.0.1:8080/025.png",
        "127.0.0.1, http://127.0.0.1/025.png",
        "localhost/a/, http://localhost/a/025.png",
        "[::1]:8080, http://[::1]:8080/025.png",
        "img.example:8080/{n}.png, http://img.example:8080/25.png",
        "img.example/pics, https://img.example/pics/025.png",
        "http://img.example/{n}-{id}.jpg, http://img.example/25-025.jpg"
    })
    void findsServers(String text, String address) {
        Place.Server server =
                assertInstanceOf(Place.Server.class, catalog.find(text).orElseThrow());
        assertEquals(address, server.images().uri(25).toString());
    }

    @Test
    void findsDirectoriesAndTheMirror() throws Exception {
        Path directory = Files.createDirectory(temporary.resolve("web"));
        assertEquals(Optional.of(new Place.Mirror(Optional.of(directory))), catalog.find(directory.toString()));
        assertEquals(Optional.of(new Place.Mirror(Optional.empty())), catalog.find("Embedded"));
        assertInstanceOf(Place.Server.class, catalog.find("web").orElseThrow(), "names come before directories");
    }

    @ParameterizedTest
    @ValueSource(strings = {"embeded", "images", "poke api", ""})
    void knowsNothingOfOtherNames(String text) {
        assertEquals(Optional.empty(), catalog.find(text));
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere/at/all, is no directory",
        "./nowhere, is no directory",
        "ftp://127.0.0.1/, is not an http:// or https:// URL",
        "http://h/1.png, did you mean http://h/{n}.png?",
        "h.example/025.webp, did you mean https://h.example/{id}.webp?",
        "http://h/a/150.png, did you mean http://h/a/{id}.png?",
        "h.example:99999, port above 65535"
    })
    void saysWhatIsWrongWithTheTextAsItWasTyped(String text, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> catalog.find(text))
                .getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.startsWith("'" + text + "'"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://me:secret@h/1.png", "me:secret@h.example/1.png", "me:secret@127.0.0.1"})
    void neverRepeatsALogin(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> catalog.find(text))
                .getMessage();
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void refusesNamesThatAreBuiltInAndTemplatesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> SourceCatalog.with(Map.of("web", "http://h/{n}.png")));
        assertThrows(IllegalArgumentException.class, () -> SourceCatalog.with(Map.of("embedded", "http://h/{n}.png")));
        assertThrows(IllegalArgumentException.class, () -> SourceCatalog.with(Map.of("x", "ftp://h/{n}.png")));
    }
}
