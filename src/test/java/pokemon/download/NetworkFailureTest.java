package pokemon.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

final class NetworkFailureTest {
    @Test
    void aDamagedTrustStoreFailsEveryIdAlike() {
        Throwable damaged = new IOException(new IllegalStateException(
                "no default TLS context",
                new NoSuchAlgorithmException(
                        "error constructing", new KeyStoreException("problem accessing trust store"))));
        Outcome.Failed failed = NetworkFailure.of(URI.create("https://localhost/001.png"), damaged);
        assertEquals(FailureKind.REFUSED, failed.kind());
        assertEquals("this JVM can make no secure connection: problem accessing trust store", failed.reason());
    }
}
