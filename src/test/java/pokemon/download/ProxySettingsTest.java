package pokemon.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxySettingsTest {
    private static final URI HTTP = URI.create("http://images.invalid/001.png");
    private static final URI HTTPS = URI.create("https://images.invalid/001.png");

    private static Optional<String> proxy(URI address, Map<String, String> environment) {
        return ProxySettings.of(environment).proxyFor(address).map(URI::toString);
    }

    @Test
    void takesTheProxyOfTheScheme() {
        Map<String, String> environment =
                Map.of("http_proxy", "http://127.0.0.1:1", "https_proxy", "http://127.0.0.1:2");
        assertEquals(Optional.of("http://127.0.0.1:1"), proxy(HTTP, environment));
        assertEquals(Optional.of("http://127.0.0.1:2"), proxy(HTTPS, environment));
    }

    @Test
    void goesDirectlyWithoutAny() {
        assertEquals(ProxySettings.NONE, ProxySettings.of(Map.of("http_proxy", "")));
        assertEquals(Optional.empty(), proxy(HTTP, Map.of()));
    }

    @Test
    void ignoresHttpProxyInUpperCaseButNotTheOthers() {
        assertEquals(Optional.empty(), proxy(HTTP, Map.of("HTTP_PROXY", "127.0.0.1:1")));
        assertEquals(Optional.of("http://127.0.0.1:1"), proxy(HTTPS, Map.of("HTTPS_PROXY", "127.0.0.1:1")));
        assertEquals(Optional.of("http://127.0.0.1:1"), proxy(HTTP, Map.of("ALL_PROXY", "127.0.0.1:1")));
    }

    @Test
    void prefersTheSpecificOverTheGeneral() {
        assertEquals(
                Optional.of("http://127.0.0.1:1"),
                proxy(HTTP, Map.of("http_proxy", "127.0.0.1:1", "all_proxy", "127.0.0.1:2")));
    }

    @ParameterizedTest
    @CsvSource({
        "images.invalid, true",
        "IMAGES.invalid, true",
        "invalid, true",
        ".invalid, true",
        "'a.invalid, images.invalid', true",
        "*, true",
        "mages.invalid, false",
        "other.images.invalid, false",
        "'', false"
    })
    void reachesExceptionsDirectly(String exceptions, boolean direct) {
        Map<String, String> environment = Map.of("http_proxy", "127.0.0.1:1", "no_proxy", exceptions);
        assertEquals(direct, proxy(HTTP, environment).isEmpty());
    }

    @Test
    void usesPort1080WhenNoneIsNamed() {
        assertEquals(1080, ProxySettings.address(URI.create("http://127.0.0.1")).getPort());
        assertEquals(
                3128, ProxySettings.address(URI.create("http://127.0.0.1:3128")).getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://127.0.0.1:1", "https://127.0.0.1:1", "http://", "a b"})
    void refusesWhatItCannotUse(String value) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ProxySettings.of(Map.of("http_proxy", value)))
                .getMessage();
        assertTrue(message.startsWith("http_proxy "), message);
    }
}
