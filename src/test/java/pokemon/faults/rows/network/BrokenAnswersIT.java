package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import pokemon.faults.Misbehaviour;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** Answers that break off, stall or never end. */
final class BrokenAnswersIT extends RowTest {
    private static final byte[] BODY = png(1);

    /** For each fault: one id is answered wrongly each time, one only the first time, and one well. */
    private Run runAgainst(WorkerKind kind, String timeout, Misbehaviour... wrong) throws IOException {
        for (int i = 0; i < wrong.length; i++) {
            server.forId(3 * i + 1, wrong[i]);
            server.forId(3 * i + 2, wrong[i], Misbehaviours.ok(png(3 * i + 2)));
            // Others succeed, so failures count against the ids.
            serve(3 * i + 3, 3 * i + 3);
        }
        return tool(kind)
                .ids(1, 3 * wrong.length)
                .with("--timeout=" + timeout, "--attempts=3")
                .run()
                .assertExit(1);
    }

    private static void assertRetriedThenFailed(Run run, int faults, String reason) {
        assertEquals(faults, run.total("failed"), run.err()::toString);
        assertEquals(2 * faults, run.total("saved"), run.err()::toString);
        for (int i = 0; i < faults; i++) {
            run.assertGivenUp(3 * i + 1, 3, reason);
        }
    }

    @Row(1)
    @ThreadsAndProcesses
    void aBodyShorterThanAnnouncedIsRetriedThenFails(WorkerKind kind) throws IOException {
        Run run = runAgainst(kind, "20s", Misbehaviours.contentLengthLongerThanBody(BODY));
        assertRetriedThenFailed(run, 1, "the answer broke off");
        assertEquals(2, run.id(2).get("attempts").asInt());
        assertEquals(run.id(1).get("attempts").asInt(), server.requests(1));
    }

    @Row(2)
    @ThreadsAndProcesses
    void aBodyLongerThanAnnouncedFailsBecauseItsEndIsMissing(WorkerKind kind) throws IOException {
        serve(2, 2);
        server.forId(1, Misbehaviours.contentLengthShorterThanBody(BODY));
        tool(kind).ids(1, 2).run().assertExit(1).assertSaved(2).assertFailed(1, 2, "IEND chunk; it came damaged twice");
    }

    @Row(3)
    @ThreadsAndProcesses
    void aBodyCutShortIsRetriedThenFails(WorkerKind kind) throws IOException {
        Run run = runAgainst(
                kind, "20s", Misbehaviours.closeDelimitedBodyCutShort(BODY), Misbehaviours.chunkedBodyCutShort(BODY));
        assertRetriedThenFailed(run, 2, "");
    }

    @Row(4)
    @ThreadsAndProcesses
    void aConnectionThatEndsOrBreaksIsRetriedThenFails(WorkerKind kind) throws IOException {
        Run run = runAgainst(
                kind,
                "20s",
                Misbehaviours.emptyReply(),
                Misbehaviours.resetBeforeResponse(),
                Misbehaviours.resetInBody(BODY),
                Misbehaviours.garbageStatusLine());
        assertRetriedThenFailed(run, 4, "the answer broke off");
    }

    @Row(5)
    @ThreadsAndProcesses
    void anAnswerThatDoesNotComeIsRetriedAfterTheDeadlineThenFails(WorkerKind kind) throws IOException {
        Run run = runAgainst(kind, "2s", Misbehaviours.noResponse(), Misbehaviours.headersNeverEnd());
        assertRetriedThenFailed(run, 2, "no complete answer within 2 s");
    }

    @Row(6)
    @ThreadsAndProcesses
    void aBodyThatStallsOrDripsIsRetriedAfterTheSameDeadlineThenFails(WorkerKind kind)
            throws IOException, InterruptedException {
        Run run = runAgainst(
                kind, "2s", Misbehaviours.bodyStalls(BODY), Misbehaviours.bodyDrips(BODY, Duration.ofMillis(100)));
        assertRetriedThenFailed(run, 2, "no complete answer within 2 s");
    }

    @Row(7)
    @ThreadsAndProcesses
    void aBodyBeyondTheLimitFailsAtOnce(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.endlessBody());
        server.forId(2, Misbehaviours.endlessChunkedBody());
        server.forId(3, Misbehaviours.hugeContentLength());
        serve(4, 4);
        Run run = tool(kind).ids(1, 4).with("--max-bytes=1MiB").run();
        run.assertExit(1).assertSaved(4);
        for (int id = 1; id <= 3; id++) {
            run.assertFailed(id, 1, "larger than the limit of 1048576 bytes");
            assertEquals(1, server.requests(id));
        }
    }

    @Row(7)
    @ThreadsAndProcesses
    void theLimitIs32MiBUnlessToldOtherwise(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.endlessBody());
        tool(kind).run().assertExit(1).assertFailed(1, 1, "larger than the limit of 33554432 bytes");
    }

    @Row(14)
    @ThreadsAndProcesses
    void aKeptConnectionThatIsDeadWhenUsedAgainGoesUnnoticed(WorkerKind kind) throws IOException {
        for (int id = 1; id <= 10; id++) {
            server.forId(
                    id,
                    id % 2 == 0
                            ? Misbehaviours.okThenStaleKeepAlive(png(id))
                            : Misbehaviours.okThenDeadOnReuse(png(id)));
        }
        // One worker: the client repeats a request once, and two workers could hand each other dead connections.
        Run run = tool(kind).ids(1, 10).workers(1).with("--attempts=1").run().assertExit(0);
        assertEquals(10, run.total("saved"));
        assertTrue(server.connections() > 2, "the connections were never stale");
    }

    @Row(15)
    @ThreadsAndProcesses
    void whatIsNoImageFailsAndIsNamed(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.htmlPage());
        server.forId(2, Misbehaviours.plainText());
        server.forId(3, Misbehaviours.emptyBody());
        server.forId(4, Misbehaviours.image(TestImages.chunk("IEND"), "image/png"));
        serve(5, 5);
        tool(kind)
                .ids(1, 5)
                .run()
                .assertExit(1)
                .assertSaved(5)
                .assertFailed(1, 1, "an HTML page came")
                .assertFailed(2, 1, "plain text came")
                .assertFailed(3, 2, "nothing came instead of an image; it came damaged twice")
                .assertFailed(4, 1, "unknown data came");
    }
}
