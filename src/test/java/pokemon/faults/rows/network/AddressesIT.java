package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.faults.TestCertificate;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.schedule.run.WorkerKind;

/** A host with several addresses, of which only the last one serves. */
final class AddressesIT extends RowTest {
    @TempDir
    private Path certificates;

    /** Makes a call, at a host with these addresses, with a table of hosts for itself and its children. */
    private Tool toolAt(FaultServer host, WorkerKind kind, String... addresses) throws IOException {
        List<String> lines =
                Stream.of(addresses).map(address -> address + " two.test").toList();
        Path hosts = Files.write(scratch.resolve("hosts"), lines);
        return tool(kind)
                .from(host.baseUri().toString().replace("127.0.0.1", "two.test"))
                .environment("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts);
    }

    @Row(51)
    @ThreadsAndProcesses
    void anAddressThatServesIsFoundAndRemembered(WorkerKind kind) throws Exception {
        serve(1, 20);
        Run run = launch(toolAt(server, kind, "127.0.0.2", "127.0.0.3", "127.0.0.1")
                .ids(1, 20)
                .workers(1));
        assertEquals(20, run.assertExit(0).total("saved"));
        assertEquals(20, server.requests());
        assertEquals("two.test:" + server.port(), server.requestsSeen().get(19).header("Host"));
        assertTrue(server.connections() <= 4, () -> server.connections() + " connections");
    }

    @Row(51)
    @ThreadsAndProcesses
    void aRedirectOfSuchAHostIsResolvedAgainstItsName(WorkerKind kind) throws Exception {
        server.forId(1, Misbehaviours.redirectTo("/2.png"));
        serve(2, 2);
        launch(toolAt(server, kind, "127.0.0.2", "127.0.0.1").with("--header=X-Key: secret"))
                .assertExit(0);
        assertEquals("two.test:" + server.port(), server.requestsSeen().get(1).header("Host"));
        assertEquals("secret", server.requestsSeen().get(1).header("X-Key"), "it is the same site");
    }

    @Row(51)
    @ThreadsAndProcesses
    void anAddressThatNeverAnswersLeavesTimeForTheOthers(WorkerKind kind) throws Exception {
        serve(1, 3);
        List<SocketChannel> queued = new ArrayList<>();
        try (ServerSocket silent = new ServerSocket()) {
            // It accepts nothing. Once its queue is full, the system drops further requests for a connection.
            silent.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), server.port()), 1);
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                queued.add(channel);
                channel.configureBlocking(false);
                channel.connect(silent.getLocalSocketAddress());
            }
            launch(toolAt(server, kind, "127.0.0.2", "127.0.0.1").ids(1, 3).with("--attempts=1", "--timeout=9s"))
                    .assertExit(0)
                    .assertSaved(1, 2, 3);
        } finally {
            for (SocketChannel channel : queued) {
                channel.close();
            }
        }
    }

    @Row(51)
    @ThreadsAndProcesses
    void aFailureNamesEveryAddressThatWasTried(WorkerKind kind) throws Exception {
        int port = server.port();
        server.close();
        Run run = launch(toolAt(server, kind, "127.0.0.2", "127.0.0.1")).assertExit(3);
        run.assertSays("cannot connect to two.test:" + port + " (127.0.0.2, 127.0.0.1): connection refused");
    }

    @Row(51)
    @ThreadsAndProcesses
    void aCertificateIsCheckedAgainstTheNameAndNotTheAddress(WorkerKind kind) throws Exception {
        TestCertificate right = TestCertificate.named(certificates, "two.test");
        try (FaultServer secure = FaultServer.start(right.server())) {
            secure.always(Misbehaviours.ok(png(1)));
            launch(toolAt(secure, kind, "127.0.0.2", "127.0.0.1").ids(1, 3).with("--ca-certificate=" + right.pem()))
                    .assertExit(0)
                    .assertSaved(1, 2, 3);
            assertEquals(
                    "two.test:" + secure.port(), secure.requestsSeen().get(0).header("Host"));
        }
        // This one is for 127.0.0.1, the address that is connected to.
        TestCertificate wrong = TestCertificate.valid(certificates);
        try (FaultServer secure = FaultServer.start(wrong.server())) {
            secure.always(Misbehaviours.ok(png(1)));
            launch(toolAt(secure, kind, "127.0.0.2", "127.0.0.1").with("--ca-certificate=" + wrong.pem()))
                    .assertExit(3)
                    .assertSays("the certificate of two.test:" + secure.port() + " is not trusted");
            assertEquals(0, secure.requests());
        }
    }
}
