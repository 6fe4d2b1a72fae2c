package pokemon.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.download.connect.ConnectionSettings;
import pokemon.download.connect.Header;
import pokemon.download.connect.ProxyAddress;
import pokemon.download.connect.ProxySettings;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.faults.RequestSeen;
import pokemon.png.TestImages;

/** A proxy that wants a login, and a server that wants another one. */
final class ProxyLoginTest {
    private static final byte[] IMAGE = TestImages.png(new TestImages.Form(9, 7, 8, 6, false, false), 1);
    private static final String FOR_PROXY = "Basic dXNlcjpww6RzczppIQ==";
    private static final String FOR_SERVER = "Bearer c2VjcmV0";

    @TempDir
    private Path temporary;

    private Outcome download(String template, FaultServer proxy, String exceptions) throws Exception {
        Optional<ProxyAddress> address =
                Optional.of(new ProxyAddress("http_proxy", "http://user:p%C3%A4ss%3Ai!@127.0.0.1:" + proxy.port()));
        DownloadSettings settings = DownloadSettings.of(
                new ImageSource(template),
                temporary,
                new RequestSettings(
                        new ConnectionSettings(
                                Duration.ofSeconds(5),
                                new ProxySettings(address, address, exceptions),
                                Optional.empty()),
                        Duration.ofSeconds(10),
                        "test",
                        List.of(new Header("Authorization", FOR_SERVER)),
                        RequestSettings.MAX_BYTES));
        return new ImageDownloader(settings).download(7, new AttemptTrace(false));
    }

    @Test
    void eachGetsItsOwn() throws Exception {
        try (FaultServer proxy = FaultServer.start()) {
            proxy.forId(7, Misbehaviours.ok(IMAGE));
            assertInstanceOf(Outcome.Saved.class, download("http://images.example/{id}.png", proxy, ""));
            RequestSeen seen = proxy.requestsSeen().get(0);
            assertEquals(FOR_PROXY, seen.header("Proxy-Authorization"));
            assertEquals(FOR_SERVER, seen.header("Authorization"));
        }
    }

    @Test
    void theServerDoesNotGetTheProxysWhenItIsReachedDirectly() throws Exception {
        try (FaultServer server = FaultServer.start();
                FaultServer proxy = FaultServer.start()) {
            server.forId(7, Misbehaviours.ok(IMAGE));
            assertInstanceOf(Outcome.Saved.class, download(server.template(), proxy, "127.0.0.1"));
            assertEquals("", server.requestsSeen().get(0).header("Proxy-Authorization"));
            assertEquals(0, proxy.requests());
        }
    }

    @Test
    void aWrongLoginIsAFailureThatSaysSo() throws Exception {
        try (FaultServer proxy = FaultServer.start()) {
            proxy.always(Misbehaviours.status(407, "Proxy-Authenticate: Basic realm=\"test\""));
            proxy.forConnect(Misbehaviours.status(407, "Proxy-Authenticate: Basic realm=\"test\""));
            for (String scheme : List.of("http", "https")) {
                Outcome.Failed failed = assertInstanceOf(
                        Outcome.Failed.class, download(scheme + "://images.example/{id}.png", proxy, ""));
                assertEquals(FailureKind.PROXY_LOGIN, failed.kind());
                assertEquals("the proxy wants a login (status 407)", failed.reason());
            }
        }
    }
}
