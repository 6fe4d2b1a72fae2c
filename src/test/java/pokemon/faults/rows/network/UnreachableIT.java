package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import pokemon.faults.FaultServer;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.schedule.run.WorkerKind;

/** Sources that cannot be reached. */
final class UnreachableIT extends RowTest {
    private void assertGivesUpEarly(WorkerKind kind, String source, String reason) throws IOException {
        Run run = tool(kind).from(source).ids(1, 898).workers(4).run().assertExit(3);
        assertEquals("all_fail_alike", run.stopCause());
        assertTrue(run.total("not_attempted") >= 880, run.err()::toString);
        assertTrue(run.err().size() <= 6, run.err()::toString);
        run.assertSays(reason);
        assertTrue(run.assertSays("pokemon: stopped early").contains("--source embedded"));
    }

    @Row(13)
    @ThreadsAndProcesses
    void aNameThatCannotBeResolvedEndsTheRunEarly(WorkerKind kind) throws IOException {
        assertGivesUpEarly(kind, "http://images.invalid/", "the host name images.invalid cannot be resolved");
    }

    @Row(13)
    @ThreadsAndProcesses
    void aRefusedConnectionEndsTheRunEarly(WorkerKind kind) throws IOException {
        assertGivesUpEarly(kind, "http://127.0.0.1:" + FaultServer.unusedPort() + "/", "connection refused");
    }
}
