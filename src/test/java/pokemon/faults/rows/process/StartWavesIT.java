package pokemon.faults.rows.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;
import pokemon.schedule.run.WorkerKind;

/** Child JVMs that start a few at a time, at a server so slow that more of them pay. */
final class StartWavesIT extends RowTest {
    @AutoClose
    private MirrorServer slow;

    @BeforeEach
    void startSlowMirror() throws IOException {
        slow = MirrorServer.start(MirrorOptions.defaults().withLatency(Duration.ofMillis(150)));
    }

    private Tool tool(int last, int workers) {
        return tool(WorkerKind.PROCESSES)
                .from(slow.baseUri().toString())
                .ids(1, last)
                .workers(workers)
                .with("--attempts=1");
    }

    private static void assertAllSaved(Run run, int ids) {
        assertEquals(ids, run.total("saved"), run.err()::toString);
        assertEquals(ids, run.total("attempts"));
        int images = 0;
        for (JsonNode worker : run.report().get("workers")) {
            images += worker.get("images").asInt();
        }
        assertEquals(ids, images);
    }

    @Row(78)
    @Test
    void allComeWhileTheServerIsSlow() throws Exception {
        server.always(Misbehaviours.noResponse());
        // No request is repeated while the test waits, so eight requests are those of eight children.
        Tool call = tool(WorkerKind.PROCESSES).ids(1, 8).workers(8).with("--timeout=300s");
        try (ToolProcess tool = call.start()) {
            assertTrue(server.awaitRequests(8, ToolProcess.PATIENCE), "eight requests at a time");
            assertEquals(8, tool.descendants().size());
        }
    }

    @Row(78)
    @ParameterizedTest
    @ValueSource(strings = {"exit 9", "halt 0", "signal KILL", "hang"})
    void aLaterChildThatDoesNotStartHoldsNoOtherUp(String fault) throws IOException {
        Run run = tool(80, 8)
                .with(DyingChild.argument(scratch, "start-3=" + fault, "start-6=" + fault))
                .run()
                .assertExit(0);
        assertAllSaved(run, 80);
    }

    @Row(78)
    @ParameterizedTest
    @ValueSource(strings = {"exit 9", "signal KILL"})
    void theFirstGoOnWithoutFurtherOnes(String fault) throws IOException {
        String[] faults = IntStream.rangeClosed(3, 200)
                .mapToObj(number -> "start-" + number + "=" + fault)
                .toArray(String[]::new);
        Run run = tool(60, 8).with(DyingChild.argument(scratch, faults)).run().assertExit(0);
        assertAllSaved(run, 60);
    }

    @Row(78)
    @Test
    void theFirstThatDieAreFollowedByOthers() throws IOException {
        Run run = tool(30, 8)
                .with(DyingChild.argument(scratch, "start-1=exit 9", "start-2=signal KILL"))
                .run()
                .assertExit(0);
        assertAllSaved(run, 30);
        assertEquals(2, run.total("processes_lost"));
    }

    @Row(78)
    @ParameterizedTest
    @ValueSource(strings = {"--start=all", "--schedule=static"})
    void allStartAtOnceOnRequest(String option) throws IOException {
        serve(1, 12);
        Run run = tool(WorkerKind.PROCESSES)
                .ids(1, 12)
                .workers(6)
                .with(option)
                .run()
                .assertExit(0);
        assertEquals(6, run.total("processes"));
        assertAllSaved(run, 12);
    }
}
