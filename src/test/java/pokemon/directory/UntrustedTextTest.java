package pokemon.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UntrustedTextTest {
    @Test
    void escapesWhatSteersATerminalOrTurnsTextAround() {
        assertEquals(
                "a\\x1b[31m\\x00\\x0a\\x9b\\u202eb\\u2066\\u200f\\ud800",
                UntrustedText.escaped("a\u001b[31m\0\n\u009b\u202eb\u2066\u200f\ud800"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Pok\u00e9mon \ud83d\ude00", "\\x1b"})
    void leavesOtherTextAlone(String text) {
        assertEquals(text, UntrustedText.escaped(text));
        assertEquals(text, UntrustedText.shown(text));
    }

    @Test
    void escapesEachLineForHtml() {
        assertEquals("&lt;a&gt; &amp;\n&quot;b&quot;&#39;\\x1b", UntrustedText.inHtml("<a> &\n\"b\"'\u001b"));
    }

    @Test
    void cutsAt300Characters() {
        assertEquals("x".repeat(300), UntrustedText.shown("x".repeat(300)));
        assertEquals("x".repeat(300) + "...", UntrustedText.shown("x".repeat(300_000)));
    }
}
