package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeAll;
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

/** Servers that cannot prove who they are. */
final class CertificateIT extends RowTest {
    @TempDir
    private static Path certificates;

    private static TestCertificate valid;
    private static TestCertificate expired;
    private static TestCertificate foreign;

    @BeforeAll
    static void makeCertificates() throws IOException, GeneralSecurityException {
        valid = TestCertificate.valid(certificates);
        expired = TestCertificate.expired(certificates);
        foreign = TestCertificate.foreign(certificates);
    }

    private void assertRefused(WorkerKind kind, TestCertificate certificate, String... options) throws IOException {
        try (FaultServer secure = FaultServer.start(certificate.server())) {
            secure.always(Misbehaviours.ok(png(1)));
            Run run = tool(kind).from(secure).ids(1, 50).with(options).run().assertExit(3);
            assertEquals("all_fail_alike", run.stopCause());
            assertTrue(run.total("not_attempted") >= 40, run.err()::toString);
            assertEquals(0, run.total("saved"));
            assertEquals(0, secure.requests());
            run.assertSays("the certificate of 127.0.0.1:" + secure.port() + " is not trusted");
            run.assertSays("pokemon: stopped early");
        }
    }

    @Row(12)
    @ThreadsAndProcesses
    void aCertificateOfAnUnknownAuthorityEndsTheRunEarly(WorkerKind kind) throws IOException {
        assertRefused(kind, valid);
    }

    @Row(12)
    @ThreadsAndProcesses
    void anExpiredCertificateEndsTheRunEarly(WorkerKind kind) throws IOException {
        assertRefused(kind, expired, "--ca-certificate=" + expired.pem());
    }

    @Row(12)
    @ThreadsAndProcesses
    void aCertificateForAnotherHostEndsTheRunEarly(WorkerKind kind) throws IOException {
        assertRefused(kind, foreign, "--ca-certificate=" + foreign.pem());
    }

    @Row({11, 12})
    @ThreadsAndProcesses
    void aTrustedServerServesButMayNotLeadAwayFromEncryption(WorkerKind kind) throws IOException {
        try (FaultServer secure = FaultServer.start(valid.server())) {
            serve(1, 1);
            secure.forId(1, Misbehaviours.redirectTo(server.baseUri() + "001.png"));
            secure.forId(2, Misbehaviours.ok(png(2)));
            Tool tool = tool(kind).from(secure).ids(1, 2).with("--ca-certificate=" + valid.pem());
            tool.run().assertExit(1).assertSaved(2).assertFailed(1, 1, "it would give up encryption");
            assertEquals(0, server.requests());
        }
    }

    @Row(45)
    @ThreadsAndProcesses
    void authoritiesAreReadFromARedirectedFileAndNotFromAPipe(WorkerKind kind) throws Exception {
        try (FaultServer secure = FaultServer.start(valid.server())) {
            secure.forId(1, Misbehaviours.ok(png(1)));
            Tool tool = tool(kind).from(secure).ids(1, 1).with("--ca-certificate=/dev/stdin");
            String report = scratch.resolve("report.json").toString();
            shell(tool, "\"$@\" <" + valid.pem(), report).assertExit(0).assertSaved(1);
            shell(tool, "cat " + valid.pem() + " | \"$@\"", report)
                    .assertExit(3)
                    .assertSays("--ca-certificate: /dev/stdin can be read only once");
        }
    }

    @Row(80)
    @ThreadsAndProcesses
    void aServerThatWaitsForTheEndOfTheClientEndsItsBodyAllTheSame(WorkerKind kind) throws IOException {
        try (FaultServer secure = FaultServer.start(valid.server())) {
            secure.forId(1, Misbehaviours.closeDelimitedUntilClientCloses(png(1)));
            secure.forId(2, Misbehaviours.closeDelimited(png(2)));
            Tool tool = tool(kind).from(secure).ids(1, 2).with("--ca-certificate=" + valid.pem());
            Run run = tool.run().assertExit(0).assertSaved(1, 2);
            assertEquals(2, run.total("attempts"));
        }
    }
}
