package pokemon.faults.rows.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.schedule.run.WorkerKind;

/** Child JVMs that die, hang, never start or write something else. */
final class DyingChildrenIT extends RowTest {
    private Tool tool() {
        return tool(WorkerKind.PROCESSES);
    }

    @Row(27)
    @Test
    void aChildThatDiesIsReplacedAndItsIdDoneByAnother() throws IOException {
        serve(1, 9);
        String faults = DyingChild.argument(
                scratch, "1=throw", "2=exit 0", "3=exit 1", "4=exit 42", "5=halt 7", "6=signal KILL", "7=memory");
        Tool tool = tool().ids(1, 9).workers(3).with(faults, "--jvm-arg=-Xmx64m", "--attempts=1", "--start=all", "-v");
        Run run = tool.run().assertExit(0);
        assertEquals(9, run.total("saved"));
        assertEquals(3 + 7, run.total("processes"), run.err()::toString);
        assertTrue(run.assertSays("001 attempt 1").contains("exit code 1"));
        for (int id = 1; id <= 7; id++) {
            assertEquals(2, run.id(id).get("attempts").asInt());
        }
        assertTrue(run.assertSays("004 attempt 1").contains("exit code 42"));
        assertTrue(run.assertSays("006 attempt 1").contains("was killed by signal 9"));
    }

    @Row(27)
    @Test
    void aChildKilledWhileItIsIdleCostsNoIdAnAttempt() throws Exception {
        serve(1, 1);
        server.forId(2, Misbehaviours.noResponse(), Misbehaviours.ok(png(2)));
        Tool call = tool().ids(1, 2).with("-v", DyingChild.argument(scratch, "1=note", "2=note"));
        try (ToolProcess tool = call.start()) {
            tool.awaitError("Saved 001.png");
            assertTrue(server.awaitRequests(2, ToolProcess.PATIENCE));
            ProcessHandle idle = childGiven(1);
            ToolProcess.signal("KILL", idle.pid());
            ToolProcess.assertGone(List.of(idle), ToolProcess.PATIENCE);
            ToolProcess.signal("KILL", childGiven(2).pid());
            Run run = tool.finish().assertExit(0);
            run.assertSaved(1, 2);
            assertEquals(2, run.id(2).get("attempts").asInt());
            assertTrue(run.assertSays("002 attempt 1 failed").contains("was killed by signal 9"));
        }
    }

    private ProcessHandle childGiven(int id) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(scratch.resolve("done-" + id))))
                .orElseThrow();
    }

    @Row(27)
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void childrenKilledWhileTheyStartAreReplaced(int killed) throws IOException {
        serve(1, 20);
        String faults = DyingChild.argument(
                scratch,
                IntStream.rangeClosed(1, killed)
                        .mapToObj(number -> "start-" + number + "=signal KILL")
                        .toArray(String[]::new));
        Run run = tool().ids(1, 20).with(faults, "--attempts=1").run().assertExit(0);
        assertEquals(20, run.total("saved"));
        assertEquals(20, run.total("attempts"), "they cost no id an attempt");
        assertEquals(killed, run.total("processes_lost"));
        run.assertSays(killed == 1 ? "1 child JVM was lost" : killed + " child JVMs were lost");
    }

    @Row(27)
    @Test
    void deathsThatComeTogetherAreNotHeldAgainstTheirIds() throws Exception {
        server.always(Misbehaviours.noResponse());
        Tool call = tool().ids(1, 4).workers(4).with("--attempts=1", "--start=all", "-v");
        try (ToolProcess tool = call.start()) {
            for (int round = 1; round <= 2; round++) {
                assertTrue(server.awaitRequests(4 * round, ToolProcess.PATIENCE));
                if (round == 2) {
                    serve(1, 4);
                }
                tool.descendants().forEach(child -> ToolProcess.signal("KILL", child.pid()));
            }
            Run run = tool.finish().assertExit(0);
            assertEquals(4, run.total("saved"));
            assertEquals(8, run.total("processes_lost"));
        }
    }

    @Row(28)
    @Test
    void aChildThatStopsOrHangsIsKilledAndItsIdDoneByAnother() throws IOException {
        serve(1, 6);
        String faults = DyingChild.argument(scratch, "1=signal STOP", "2=hang");
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        Tool tool = tool().ids(1, 6).with(faults, "--timeout=1500ms", "--start=all", "-v");
        Run run = tool.run().assertExit(0);
        assertEquals(6, run.total("saved"));
        assertEquals(4, run.total("processes"));
        assertTrue(run.assertSays("001 attempt 1 failed").contains("hung and was killed"));
        assertTrue(run.assertSays("002 attempt 1 failed").contains("hung and was killed"));
        assertEquals(before, ProcessHandle.current().descendants().toList());
    }

    @Row(29)
    @Test
    void anIdThatKillsEveryChildFailsAfterTwoDeaths() throws IOException {
        serve(1, 8);
        String faults = DyingChild.argument(scratch, "3=*signal KILL");
        Run run = tool().ids(1, 8).with(faults, "--attempts=4").run().assertExit(1);
        run.assertSaved(1, 2, 4, 5, 6, 7, 8).assertFailed(3, 2, "was killed by signal 9");
        assertEquals("", run.stopCause());
        assertTrue(run.total("processes") <= 4, run.report()::toString);
    }

    @Row(75)
    @Test
    void anImageTooLargeForAChildFailsAndTheChildLives() throws IOException {
        serve(1, 4);
        server.forId(2, Misbehaviours.ok(blank(3_000)));
        Tool tool = tool().ids(1, 4).with("--jvm-arg=-Xmx24m", "--reencode=always");
        Run run = tool.run().assertExit(1);
        String reason = run.assertSaved(1, 3, 4).id(2).get("error").asText();
        assertTrue(reason.startsWith("not enough memory for 3000x3000 pixels (heap "), reason);
        assertEquals(0, run.total("processes_lost"));
    }

    @Row(30)
    @ParameterizedTest
    @ValueSource(strings = {"-XX:+NoSuchOption", "-Xms900g", "--dry-run", "-javaagent:no-such-agent.jar"})
    void childrenThatCannotStartEndTheRunWithOneMessage(String bad) throws IOException {
        serve(1, 20);
        long begin = System.nanoTime();
        Run run = tool().ids(1, 20).workers(4).with("--jvm-arg=" + bad).run().assertExit(3);
        assertEquals("no_workers", run.stopCause());
        assertEquals(1, run.err().size(), run.err()::toString);
        assertTrue(run.assertSays("child JVMs do not start").contains("--jvm-arg"));
        assertEquals(20, run.total("not_attempted"));
        assertTrue(run.total("processes") <= 8, "each of the four workers tries twice at most");
        assertEquals(0, server.requests());
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(20).toNanos());
    }

    @Row(30)
    @Test
    void aChildThatGetsNoMemoryLeavesNoErrorFile() throws Exception {
        Path images = Files.createDirectories(scratch.resolve("images"));
        launch(tool().ids(1, 5).with("--jvm-arg=-Xms900g").inside(images))
                .assertExit(3)
                .assertSays("insufficient memory");
    }

    @Row(33)
    @Test
    void noiseOnAChildsStandardOutputIsNeverMisread() throws IOException {
        serve(1, 6);
        String faults = DyingChild.argument(scratch, "2=*noise", "3=*noise", "6=*noise");
        Run run = tool().ids(1, 6)
                .with(faults, "--jvm-arg=-Xlog:gc*:stdout", "--jvm-arg=-Xmx16m", "--attempts=1", "--timeout=10s")
                .run()
                .assertExit(0);
        assertEquals(2, run.total("processes"), run.err()::toString);
        assertEquals(6, run.total("attempts"), run.err()::toString);
        assertTrue(run.id(1).get("bytes").asInt() != 99);
    }

    @Row({33, 34})
    @ParameterizedTest
    @ValueSource(strings = {"-Xlog:gc*", "-Xlog:all=info", "-Xlog:class*=debug:stderr"})
    void loggingThatTheEnvironmentTurnsOnIsNeverMisreadAndHoldsNoChildUp(String logging) throws Exception {
        serve(1, 10);
        Run run = launch(tool().ids(1, 10)
                        .environment("JAVA_TOOL_OPTIONS", logging)
                        .with("--attempts=1"))
                .assertExit(0);
        assertEquals(10, run.total("saved"));
        assertEquals(2, run.total("processes"));
    }

    @Row(34)
    @Test
    void aChildThatFloodsItsStandardErrorIsNotHeldUp() throws IOException {
        serve(1, 6);
        String faults = DyingChild.argument(scratch, "2=flood", "3=flood");
        Run run = tool().ids(1, 6).with(faults, "--attempts=1").run().assertExit(0);
        assertEquals(6, run.total("saved"));
        assertEquals(2, run.total("processes"));
        assertFalse(run.err().stream().anyMatch(line -> line.contains("very many")));
    }
}
