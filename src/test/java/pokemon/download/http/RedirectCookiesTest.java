package pokemon.download.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedirectCookiesTest {
    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");

    private final RedirectCookies cookies = new RedirectCookies();

    private void take(String from, String... set) {
        cookies.take(URI.create(from), HttpHeaders.of(Map.of("Set-Cookie", List.of(set)), (name, value) -> true), NOW);
    }

    private String sentTo(String to) {
        return cookies.headerFor(URI.create(to)).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "a=1,                       http://img.example.org/x/y.png, a=1",
        "a=1,                       http://img.example.org/x,       a=1",
        "a=1,                       http://img.example.org/xy/z,    ''",
        "a=1; Path=/,               http://img.example.org/xy/z,    a=1",
        "a=1; Path=/,               http://img.example.org,         a=1",
        "a=1; Path=/,               http://IMG.example.org:81/,     a=1",
        "a=1; Path=/,               http://example.org/,            ''",
        "a=1; Path=/,               http://a.img.example.org/,      ''",
        "a=1; Path=/; Domain=.Example.org, http://cdn.example.org/, a=1",
        "a=1; Path=/; Domain=example.org,  http://myexample.org/,   ''",
        "a=1; Path=/; Domain=other.org,    http://other.org/,       ''",
        "a=1; Path=/; Domain=org,          http://other.org/,       ''",
        "a=1; Path=/; Secure,       http://img.example.org/,        ''",
        "a=1; Path=/; secure,       https://img.example.org/,       a=1",
        "a=1; Path=/x; Path=/z,     http://img.example.org/z/1,     a=1",
        "$a=1; Path=/,              http://img.example.org/,        $a=1",
        "a=; Path=/,                http://img.example.org/,        a=",
        "a=1=2; Path=/,             http://img.example.org/,        a=1=2",
        "=1; Path=/,                http://img.example.org/,        ''",
        "a; Path=/,                 http://img.example.org/,        ''",
        "a=\u00e9; Path=/,           http://img.example.org/,        ''"
    })
    void goWhereTheyBelong(String set, String to, String sent) {
        take("http://img.example.org/x/start", set);
        assertEquals(sent, sentTo(to));
    }

    @Test
    void ofAnAddressGoToThatAddressOnly() {
        take("http://127.0.0.1/", "a=1; Domain=0.0.1", "b=2; Domain=127.0.0.1");
        assertEquals("b=2", sentTo("http://127.0.0.1/"));
    }

    @Test
    void replaceOthersOfTheirNameAndPath() {
        take("http://a.org/", "a=1", "a=2; Path=/x", "b=1");
        take("http://a.org/", "a=3");
        assertEquals("a=2; b=1; a=3", sentTo("http://a.org/x/y"));
    }

    @ParameterizedTest
    @CsvSource({
        "Max-Age=0,                              ''",
        "Max-Age=-5,                             ''",
        "Max-Age=00060,                          a=2",
        "Max-Age=99999999999999999999,           a=2",
        "Max-Age=soon,                           a=2",
        "'Expires=Thu, 01 Jan 1970 00:00:00 GMT', ''",
        "'Expires=Thu, 01-Jan-1970 00:00:00 GMT', ''",
        "'Expires=Thu, 29 Feb 2024 12:00:01 GMT', a=2",
        "Expires=never,                          a=2",
        "'Max-Age=9; Expires=Thu, 01 Jan 1970 00:00:00 GMT', a=2"
    })
    void endWhenTheServerSaysSo(String attributes, String sent) {
        take("http://a.org/", "a=1", "a=2; " + attributes);
        assertEquals(sent, sentTo("http://a.org/"));
    }
}
