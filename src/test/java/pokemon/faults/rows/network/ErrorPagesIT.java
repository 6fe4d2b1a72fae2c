package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import pokemon.faults.Misbehaviour;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.schedule.run.WorkerKind;

/** Error pages: the status counts, whatever the body does. */
final class ErrorPagesIT extends RowTest {
    private static List<Misbehaviour> everyBody(int status, String... headers) {
        return List.of(
                Misbehaviours.errorPage(0, status, headers),
                Misbehaviours.errorPage(200_000, status, headers),
                Misbehaviours.errorPageIsEndless(status, headers),
                Misbehaviours.errorPageDrips(status, headers),
                Misbehaviours.errorPageStalls(status, headers));
    }

    @Row(52)
    @ThreadsAndProcesses
    void noBodyHidesAStatus(WorkerKind kind) throws IOException {
        int id = 0;
        for (int status : List.of(404, 403, 206)) {
            for (Misbehaviour answer : everyBody(status)) {
                server.forId(++id, answer);
            }
        }
        serve(16, 16);
        Run run = tool(kind).ids(1, 16).with("--keep-going").run().assertExit(1).assertSaved(16);
        for (int failed = 1; failed <= 15; failed++) {
            run.assertFailed(
                    failed, 1, "the server answered " + List.of(404, 403, 206).get((failed - 1) / 5));
        }
    }

    @Row(52)
    @ThreadsAndProcesses
    void noBodyHidesARetryAfter(WorkerKind kind) throws IOException {
        int id = 0;
        for (int status : List.of(429, 503, 202, 403, 423)) {
            for (Misbehaviour answer : everyBody(status, "Retry-After: 0")) {
                server.forId(++id, answer, Misbehaviours.ok(png(id)));
            }
        }
        Run run = tool(kind).ids(1, id).run().assertExit(0);
        assertEquals(id, run.total("saved"));
    }

    @Row(52)
    @ThreadsAndProcesses
    void noBodyHidesARedirect(WorkerKind kind) throws IOException {
        int id = 0;
        for (Misbehaviour answer : everyBody(302, "Location: /9.png")) {
            server.forId(++id, answer);
        }
        serve(9, 9);
        tool(kind).ids(1, 5).run().assertExit(0).assertSaved(1, 2, 3, 4, 5);
    }

    @Row(52)
    @ThreadsAndProcesses
    void aShortErrorPageKeepsItsConnection(WorkerKind kind) throws IOException {
        server.always(Misbehaviours.errorPage(1_000, 404));
        tool(kind).ids(1, 20).workers(1).with("--keep-going").run().assertExit(1);
        assertTrue(server.connections() <= 3, () -> server.connections() + " connections for 20 requests");
    }

    @Row({8, 52})
    @ThreadsAndProcesses
    void onlyWhatAnotherAttemptMayChangeIsTriedAgain(WorkerKind kind) throws IOException {
        List<Integer> again = List.of(408, 421, 425, 429, 500, 501, 522, 530);
        List<Integer> never = List.of(202, 204, 206, 304, 400, 401, 403, 404, 410, 423, 451, 499);
        for (int i = 0; i < again.size(); i++) {
            server.forId(i + 1, Misbehaviours.errorPage(0, again.get(i)), Misbehaviours.ok(png(i + 1)));
        }
        for (int i = 0; i < never.size(); i++) {
            server.forId(again.size() + i + 1, Misbehaviours.errorPage(0, never.get(i)));
        }
        // A value that is no time is ignored.
        server.forId(21, Misbehaviours.errorPage(0, 403, "Retry-After: -5"));
        server.forId(22, Misbehaviours.errorPage(0, 403, "Retry-After: soon"));
        Run run = tool(kind).ids(1, 22).run().assertExit(1).assertSaved(1, 2, 3, 4, 5, 6, 7, 8);
        for (int i = 0; i < never.size(); i++) {
            run.assertFailed(again.size() + i + 1, 1, "the server answered " + never.get(i));
        }
        run.assertFailed(21, 1, "the server answered 403").assertFailed(22, 1, "the server answered 403");
    }
}
