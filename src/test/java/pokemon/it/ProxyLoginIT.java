package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.faults.TestCertificate;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;

/** Logins for an https server and for its proxy, in processes of their own: the JDK reads its setting once. */
final class ProxyLoginIT {
    private static final byte[] IMAGE = TestImages.png(new TestImages.Form(9, 7, 8, 6, false, false), 1);

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void eachGetsItsOwnThroughATunnel(String kind) throws Exception {
        TestCertificate certificate = TestCertificate.valid(temporary);
        try (FaultServer server = FaultServer.start(certificate.server());
                FaultServer proxy = FaultServer.start()) {
            server.forId(7, Misbehaviours.ok(IMAGE));
            proxy.forConnect(Misbehaviours.tunnelTo(server.port()));
            String login = "http://user:p%C3%A4ss%3Ai!@127.0.0.1:" + proxy.port();
            String words = "7 7 " + kind + " 1 images --ca-certificate=" + certificate.pem();
            Object[] more = {"--source", server.template(), "--header=Authorization: Bearer c2VjcmV0"};
            ToolProcess.packaged(temporary, Map.of("https_proxy", login, "no_proxy", ""), words, more)
                    .assertExit(0);
            assertEquals(
                    "Basic dXNlcjpww6RzczppIQ==", proxy.requestsSeen().get(0).header("Proxy-Authorization"));
            assertEquals("", proxy.requestsSeen().get(0).header("Authorization"));
            assertEquals("", server.requestsSeen().get(0).header("Proxy-Authorization"));
            assertEquals("Bearer c2VjcmV0", server.requestsSeen().get(0).header("Authorization"));
        }
    }
}
