package pokemon.download.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;

final class NetworkFailureMapperTest {
    @Test
    void aDamagedTrustStoreFailsEveryIdAlike() {
        Throwable damaged = new IOException(new IllegalStateException(
                "no default TLS context",
                new NoSuchAlgorithmException(
                        "error constructing", new KeyStoreException("problem accessing trust store"))));
        Outcome.Failed failed =
                NetworkFailureMapper.of(URI.create("https://localhost/001.png"), Optional.empty(), damaged);
        assertEquals(FailureKind.REFUSED, failed.kind());
        assertEquals("this JVM can make no secure connection: problem accessing trust store", failed.reason());
    }

    @Test
    void aProxyThatRefusesIsNamedInTheServersPlace() {
        URI uri = URI.create("http://images.example/001.png");
        Optional<URI> proxy = Optional.of(URI.create("http://user:secret@127.0.0.1"));
        Throwable refused = new ConnectException("Connection refused");
        assertEquals(
                "cannot connect to the proxy 127.0.0.1:1080: connection refused",
                NetworkFailureMapper.of(uri, proxy, refused).reason());
        assertEquals(
                "cannot connect to images.example: connection refused",
                NetworkFailureMapper.of(uri, Optional.empty(), refused).reason());
    }
}
