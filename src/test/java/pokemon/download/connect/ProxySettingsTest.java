package pokemon.download.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.rows.Row;

final class ProxySettingsTest {
    private static final URI HTTP = URI.create("http://images.invalid/001.png");
    private static final URI HTTPS = URI.create("https://images.invalid/001.png");

    private static Optional<String> proxy(URI address, Map<String, String> environment) {
        return ProxySettings.of(environment).proxyFor(address).map(URI::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "http, http_proxy=http://127.0.0.1:1 https_proxy=http://127.0.0.1:2, http://127.0.0.1:1",
        "https, http_proxy=http://127.0.0.1:1 https_proxy=http://127.0.0.1:2, http://127.0.0.1:2",
        "http, HTTP_PROXY=127.0.0.1:1,",
        "https, HTTPS_PROXY=127.0.0.1:1, http://127.0.0.1:1",
        "http, ALL_PROXY=127.0.0.1:1, http://127.0.0.1:1",
        "http, http_proxy=127.0.0.1:1 all_proxy=127.0.0.1:2, http://127.0.0.1:1"
    })
    void takesTheProxyOfTheSchemeBeforeTheGeneralOneAndNoHttpProxyInUpperCase(
            String scheme, String variables, String proxy) {
        Map<String, String> environment = Stream.of(variables.split(" ", -1))
                .map(variable -> variable.split("=", -1))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        assertEquals(Optional.ofNullable(proxy), proxy(URI.create(scheme + "://images.invalid/001.png"), environment));
    }

    @Test
    void goesDirectlyWithoutAny() {
        assertEquals(ProxySettings.NONE, ProxySettings.of(Map.of("http_proxy", "")));
        assertEquals(Optional.empty(), proxy(HTTP, Map.of()));
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
    @ValueSource(
            strings = {"socks5://127.0.0.1:1", "https://127.0.0.1:1", "http://", "a b", "127.0.0.1:65536", "img_proxy:1"
            })
    void refusesWhatItCannotUse(String value) {
        String message = assertThrows(IllegalArgumentException.class, () -> proxy(HTTP, Map.of("http_proxy", value)))
                .getMessage();
        assertTrue(message.startsWith("http_proxy "), message);
    }

    @Row(69)
    @Test
    void looksAtAProxyOnlyWhenItIsNeeded() {
        Map<String, String> environment =
                Map.of("all_proxy", "socks5://127.0.0.1:1", "http_proxy", "127.0.0.1:2", "no_proxy", "here.invalid");
        assertEquals(Optional.of("127.0.0.1:2"), proxy(HTTP, environment).map(uri -> uri.replace("http://", "")));
        assertEquals(Optional.empty(), proxy(URI.create("https://here.invalid/"), environment));
        assertThrows(IllegalArgumentException.class, () -> proxy(HTTPS, environment));
    }

    @Row(69)
    @Test
    void namesTheUnderscoreInTheHostOfAProxyAndNoLogin() {
        Map<String, String> environment = Map.of("http_proxy", "http://me:secret@img_proxy:8080");
        String message = assertThrows(IllegalArgumentException.class, () -> proxy(HTTP, environment))
                .getMessage();
        assertTrue(message.contains("'img_proxy:8080' has an underscore"), message);
        assertFalse(message.contains("secret"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.9.9.9, true",
        "127.0.0.0/8, 128.0.0.1, false",
        "10.0.0.0/12, 10.15.0.1, true",
        "10.0.0.0/12, 10.16.0.1, false",
        "192.168.1.5, 192.168.1.5, true",
        "192.168.1.5/32, 192.168.1.5, true",
        "192.168.1.5/32, 192.168.1.6, false",
        "192.168.1.5/33, 192.168.1.5, false",
        "0.0.0.0/0, 1.2.3.4, false",
        "'a.invalid 10.0.0.0/8', 10.1.2.3, true",
        "fe80::/10, [febf::1], true",
        "fe80::/10, [fec0::1], false",
        "[::1]/128, [::1], true",
        "0:0:0:0:0:0:0:1, [::1], true",
        "10.0.0.0/8, ten.invalid, false",
        "ten.invalid/8, ten.invalid, false",
        "10.0.0.0/8/8, 10.0.0.1, false",
        "999.0.0.0/8, 10.0.0.1, false"
    })
    void readsRangesOfAddressesAsCurlDoes(String exceptions, String host, boolean direct) {
        Map<String, String> environment = Map.of("http_proxy", "127.0.0.1:1", "no_proxy", exceptions);
        assertEquals(
                direct, proxy(URI.create("http://" + host + "/"), environment).isEmpty());
    }
}
