package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviour;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.schedule.run.WorkerKind;

/** A server that is away for a while, or stays away. */
final class OutageIT extends RowTest {
    private static final String OUTAGE = "pokemon: nothing succeeds: ";

    private static Misbehaviour trouble(String name) {
        return switch (name) {
            case "error" -> Misbehaviours.status(503);
            case "reset" -> Misbehaviours.resetBeforeResponse();
            case "silence" -> Misbehaviours.noResponse();
            case "end" -> Misbehaviours.emptyReply();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Row(46)
    @ParameterizedTest
    @CsvSource({
        "THREADS, error",
        "THREADS, reset",
        "THREADS, silence",
        "THREADS, end",
        "PROCESSES, error",
        "PROCESSES, silence"
    })
    void troubleThatPassesCostsTimeOnly(WorkerKind kind, String name) throws Exception {
        server.always(Misbehaviours.ok(png(1)));
        Tool call = tool(kind).ids(1, 2_000).workers(4).with("--timeout=2s", "--rate=400");
        try (ToolProcess tool = call.start()) {
            assertTrue(server.awaitRequests(50, ToolProcess.PATIENCE));
            server.always(trouble(name));
            tool.awaitError(OUTAGE);
            server.always(Misbehaviours.ok(png(1)));
            Run run = tool.finish().assertExit(0);
            assertEquals(2_000, run.total("saved"));
            run.assertSays("pokemon: the source answers again after ");
        }
    }

    @Row(46)
    @ThreadsAndProcesses
    void aServerThatIsRestartedCostsTimeOnly(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.ok(png(1)));
        int port = server.port();
        try (ToolProcess tool =
                tool(kind).ids(1, 2_000).workers(4).with("--rate=400").start()) {
            for (int restart = 0; restart < 2; restart++) {
                assertTrue(server.awaitRequests(50, ToolProcess.PATIENCE));
                server.close();
                tool.awaitErrors(OUTAGE, restart + 1);
                server = FaultServer.startOn(port);
                server.always(Misbehaviours.ok(png(1)));
            }
            assertEquals(2_000, tool.finish().assertExit(0).total("saved"));
        }
    }

    @Row(47)
    @ThreadsAndProcesses
    void aServerThatStaysAwayEndsTheRunWithWhatIsSaved(WorkerKind kind) throws IOException {
        server.always(Misbehaviours.status(500));
        serve(1, 30);
        Run run = tool(kind).ids(1, 898).with("--give-up-after=2s").run().assertExit(1);
        assertEquals("outage", run.stopCause());
        assertEquals(30, run.total("saved"));
        assertTrue(run.total("not_attempted") > 800, run.err()::toString);
        assertTrue(run.assertSays("pokemon: stopped, since nothing succeeds any more")
                .contains("--resume"));
    }

    @Row(47)
    @ParameterizedTest
    @CsvSource({
        "THREADS, error",
        "THREADS, silence",
        "PROCESSES, reset",
    })
    void aServerThatNeverAnswersEndsTheRunSoon(WorkerKind kind, String name) throws IOException {
        server.always(trouble(name));
        Run run = tool(kind).ids(1, 898).workers(4).with("--timeout=2s").run().assertExit(3);
        assertEquals("all_fail_alike", run.stopCause());
        assertTrue(run.total("not_attempted") > 860, run.err()::toString);
        assertTrue(run.assertSays("pokemon: stopped early").contains("--source embedded"));
    }
}
