package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import pokemon.faults.Misbehaviour;
import pokemon.faults.Misbehaviours;
import pokemon.faults.RequestSeen;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.schedule.run.WorkerKind;

/** Statuses other than 200, and where they lead. */
final class StatusIT extends RowTest {
    @Row(9)
    @ThreadsAndProcesses
    void aServerInTroubleIsAskedAgainButNotForever(WorkerKind kind) throws IOException {
        List<Integer> statuses = List.of(408, 429, 500, 502, 503, 504);
        for (int i = 0; i < statuses.size(); i++) {
            Misbehaviour trouble = Misbehaviours.status(statuses.get(i));
            server.forId(3 * i + 1, trouble);
            server.forId(3 * i + 2, trouble, trouble, Misbehaviours.ok(png(i)));
            // Others succeed, so failures count against the ids.
            serve(3 * i + 3, 3 * i + 3);
        }
        Run run = tool(kind).ids(1, 18).with("--attempts=3").run().assertExit(1);
        run.assertSaved(2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18);
        for (int i = 0; i < statuses.size(); i++) {
            run.assertGivenUp(3 * i + 1, 3, "the server answered " + statuses.get(i));
            assertEquals(run.id(3 * i + 1).get("attempts").asInt(), server.requests(3 * i + 1));
            assertEquals(3, run.id(3 * i + 2).get("attempts").asInt());
        }
    }

    @Row(9)
    @ThreadsAndProcesses
    void retryAfterInSecondsPausesEveryWorker(WorkerKind kind) throws IOException {
        assertEveryWorkerPauses(kind, Misbehaviours.retryAfterSeconds(429, 1));
    }

    @Row(9)
    @ThreadsAndProcesses
    void retryAfterAsADatePausesEveryWorker(WorkerKind kind) throws IOException {
        // The date has whole seconds, and child JVMs take a while to start.
        assertEveryWorkerPauses(
                kind, Misbehaviours.retryAfterDate(503, Instant.now().plusSeconds(kind == WorkerKind.THREADS ? 3 : 5)));
    }

    private void assertEveryWorkerPauses(WorkerKind kind, Misbehaviour trouble) throws IOException {
        serve(2, 40);
        server.forId(1, trouble, Misbehaviours.ok(png(1)));
        Run run = tool(kind).ids(1, 40).run().assertExit(0);
        assertEquals(40, run.total("saved"));
        List<RequestSeen> requests = server.requestsSeen();
        int gap = 1;
        for (int i = 1; i < requests.size(); i++) {
            gap = nanosBefore(requests, i) > nanosBefore(requests, gap) ? i : gap;
        }
        int last = gap;
        assertTrue(nanosBefore(requests, gap) > 700_000_000, () -> "paused for " + nanosBefore(requests, last) + " ns");
        assertTrue(requests.size() - gap > 2, "no other worker was left to pause");
        run.assertSays("pokemon: pausing for ");
    }

    private static long nanosBefore(List<RequestSeen> requests, int i) {
        return requests.get(i).nanoTime() - requests.get(i - 1).nanoTime();
    }

    @Row(9)
    @ThreadsAndProcesses
    void aPauseOfHoursEndsWithTheDeadlineOfTheRun(WorkerKind kind) throws IOException {
        server.always(Misbehaviours.retryAfterSeconds(503, 36_000));
        Run run = tool(kind).ids(1, 30).with("--deadline=2s").run().assertExit(1);
        assertEquals("deadline", run.stopCause());
        assertEquals(0, run.total("saved"));
        run.assertSays("pokemon: pausing for 60.0 s: the server answered 503");
    }

    @Row(10)
    @ThreadsAndProcesses
    void aSuccessWithoutTheWholeBodyFails(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.noContent204());
        server.forId(2, Misbehaviours.partialContent206(png(2)));
        server.forId(3, Misbehaviours.notModifiedUnasked304());
        serve(4, 4);
        Run run = tool(kind).ids(1, 4).run().assertExit(1).assertSaved(4).assertFailed(1, 1, "204");
        run.assertFailed(2, 1, "206").assertFailed(3, 1, "304");
    }

    @Row(11)
    @ThreadsAndProcesses
    void upToFiveRedirectsAreFollowed(WorkerKind kind) throws IOException {
        for (int hops = 1; hops <= 6; hops++) {
            server.forId(hops, Misbehaviours.redirectTo("/" + hops + "/" + (hops - 1)));
            for (int left = 1; left < hops; left++) {
                server.forPath("/" + hops + "/" + left, Misbehaviours.redirectTo("/" + hops + "/" + (left - 1)));
            }
            server.forPath("/" + hops + "/0", Misbehaviours.ok(png(hops)));
        }
        tool(kind).ids(1, 6).run().assertExit(1).assertSaved(1, 2, 3, 4, 5).assertFailed(6, 1, "more than 5 redirects");
    }

    @Row(11)
    @ThreadsAndProcesses
    void redirectsInCirclesOrToFilesFail(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.redirectTo("/1.png"));
        server.forId(2, Misbehaviours.redirectTo("file:///etc/hostname"));
        serve(3, 3);
        Run run = tool(kind).ids(1, 3).run().assertExit(1).assertSaved(3).assertFailed(1, 1, "more than 5 redirects");
        run.assertFailed(2, 1, "a redirect to file:///etc/hostname is not followed");
    }
}
