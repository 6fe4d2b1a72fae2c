package pokemon.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @Test
    void isAsWideAsTheLauncherSaysOrAsUsualWhenThatIsUnknown() {
        assertEquals(new Terminal(true, 132, true), Terminal.of("132", XTERM, "UTF-8"));
        assertEquals(new Terminal(true, 80, true), Terminal.of("0", XTERM, "UTF-8"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "wide", "-1", "123456"})
    void isNoneUnlessTheLauncherSaysSo(String columns) {
        assertEquals(new Terminal(false, 80, true), Terminal.of(columns, XTERM, "UTF-8"));
    }

    @Test
    void isNoneThatRedrawsWhenItIsDumb() {
        assertFalse(Terminal.of("80", Map.of("TERM", "dumb"), "UTF-8").interactive());
        assertTrue(Terminal.of("80", Map.of(), "UTF-8").interactive());
    }

    @Test
    void showsNothingButAsciiInOtherCharsets() {
        assertFalse(Terminal.of("80", XTERM, "ANSI_X3.4-1968").unicode());
        assertFalse(Terminal.of("80", XTERM, "ISO-8859-1").unicode());
    }
}
