package pokemon.faults.rows.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.download.output.TemporaryNames;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Listing;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** Signals to the program itself. */
final class SignalsIT extends RowTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Serves the first three ids and answers no other request. */
    private void serveThree() {
        server.always(Misbehaviours.noResponse());
        serve(1, 3);
    }

    private void awaitThreeSaved(ToolProcess tool, int inFlight) throws InterruptedException {
        for (int id = 1; id <= 3; id++) {
            tool.awaitError("Saved 00" + id + ".png");
        }
        assertTrue(server.awaitRequests(3 + inFlight, ToolProcess.PATIENCE));
    }

    /** Returns the words that start a process in a group of its own, in which Ctrl-C works. */
    private static String[] inAGroupOfItsOwn() throws IOException, InterruptedException {
        if (!ignoresInterrupts()) {
            return new String[] {"setsid"};
        }
        // A background process of a script ignores SIGINT, and so does a JVM that it starts.
        String[] words = {"env", "--default-signal=INT", "setsid"};
        ToolProcess.assumeRuns("an env that stops ignoring SIGINT", words[0], words[1], "true");
        return words;
    }

    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(mask -> (mask & 2) != 0);
    }

    @Row(32)
    @ParameterizedTest
    @CsvSource({
        "THREADS, INT, 130",
        "THREADS, TERM, 143",
        "PROCESSES, INT, 130",
        "PROCESSES, TERM, 143",
    })
    void aSignalToTheWholeGroupStopsTheRunInOrder(WorkerKind kind, String signal, int code) throws Exception {
        serveThree();
        try (ToolProcess tool =
                tool(kind).ids(1, 10).with("-v").behind(inAGroupOfItsOwn()).start()) {
            awaitThreeSaved(tool, 2);
            List<ProcessHandle> children = tool.descendants();
            assertEquals(kind == WorkerKind.THREADS ? 0 : 2, children.size());
            long begin = System.nanoTime();
            ToolProcess.signal(signal, -tool.pid());
            Run run = tool.finish().assertExit(code).assertNoStackTrace();
            assertTrue(System.nanoTime() - begin < SOON.plusSeconds(2).toNanos(), "took too long");
            ToolProcess.assertGone(children, Duration.ZERO);

            run.assertSaved(1, 2, 3);
            assertEquals(7, run.total("not_attempted"), run.report()::toString);
            assertTrue(run.out().get(0).startsWith("3 saved, 0 skipped, 0 failed, 7 not attempted of 10"));
            assertFalse(run.err().stream().anyMatch(line -> line.contains("failed")), run.err()::toString);
            assertEquals(kind == WorkerKind.THREADS ? 0 : 2, run.total("processes"));
        }
        serve(4, 10);
        Run rest = tool(kind).ids(1, 10).with("--resume").run().assertExit(0);
        assertEquals(3, rest.total("skipped"));
        rest.assertSaved(4, 5, 6, 7, 8, 9, 10);
    }

    @Row(32)
    @ThreadsAndProcesses
    void theReportOfAStoppedRunMatchesTheDisk(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.ok(TestImages.large(1)));
        for (int requests = 20; requests <= 100; requests += 20) {
            Path images = Files.createDirectory(scratch.resolve(kind + "-" + requests));
            int before = server.requests();
            try (ToolProcess tool =
                    tool(kind).ids(1, 2_000).workers(4).into(images).start()) {
                assertTrue(server.awaitRequests(before + requests, ToolProcess.PATIENCE));
                ToolProcess.signal("TERM", tool.pid());
                Run run = tool.finish().assertExit(143).assertNoStackTrace();
                assertEquals(run.total("saved"), Listing.names(images).size());
            }
        }
    }

    @Row(48)
    @ThreadsAndProcesses
    void whatIgnoresAStopIsLeftBehind(WorkerKind kind) throws Exception {
        // Minutes of decoding and encoding, without an interruption.
        server.always(Misbehaviours.ok(blank(7_000)));
        serve(1, 1);
        try (ToolProcess tool =
                tool(kind).ids(1, 40).workers(4).with("--reencode=always", "-v").start()) {
            tool.awaitError("Saved 001.png");
            assertTrue(server.awaitRequests(5, ToolProcess.PATIENCE));
            List<ProcessHandle> children = tool.descendants();
            ToolProcess.signal("TERM", tool.pid());
            Run run = tool.finish().assertExit(143).assertNoStackTrace();
            ToolProcess.assertGone(children, SOON);
            assertTrue(run.total("not_attempted") >= 35, run.report()::toString);
            assertTrue(run.out().get(0).contains("not attempted of 40"), run.out()::toString);
        }
    }

    @Row(48)
    @ParameterizedTest
    @ValueSource(strings = {"--deadline=3s", "--deadline=1h"})
    void childrenThatAreStoppedDoNotKeepAStoppedRun(String deadline) throws Exception {
        serveThree();
        try (ToolProcess tool =
                tool(WorkerKind.PROCESSES).ids(1, 10).with("-v", deadline).start()) {
            awaitThreeSaved(tool, 2);
            List<ProcessHandle> children = tool.descendants();
            children.forEach(child -> ToolProcess.signal("STOP", child.pid()));
            boolean signalled = deadline.equals("--deadline=1h");
            if (signalled) {
                ToolProcess.signal("TERM", tool.pid());
            }
            Run run = tool.finish().assertExit(signalled ? 143 : 1);
            run.assertSaved(1, 2, 3);
            assertEquals(7, run.total("not_attempted"));
            ToolProcess.assertGone(children, SOON);
        }
    }

    @Row(31)
    @Test
    void everyChildIsGoneSoonAfterTheParentWasKilled() throws Exception {
        serveThree();
        Tool call = tool(WorkerKind.PROCESSES).ids(1, 10).workers(4).with("-v", "--start=all");
        try (ToolProcess tool = call.start()) {
            awaitThreeSaved(tool, 4);
            List<ProcessHandle> children = tool.descendants();
            assertEquals(4, children.size());
            ToolProcess.signal("KILL", tool.pid());
            ToolProcess.assertGone(children, SOON);
            Run run = tool.finish().assertExit(137);
            assertEquals(3, Listing.names(run.directory()).size());
        }
    }

    @Row({26, 31})
    @ThreadsAndProcesses
    void whatAKilledRunLeftIsRemovedByTheNextAndTheRestCompleted(WorkerKind kind) throws Exception {
        serveThree();
        try (ToolProcess tool = tool(kind).ids(1, 10).with("-v").start()) {
            awaitThreeSaved(tool, 2);
            List<ProcessHandle> children = tool.descendants();
            ToolProcess.signal("KILL", tool.pid());
            ToolProcess.assertGone(children, SOON);
            tool.finish().assertExit(137);
            // What a kill in the middle of writing leaves.
            Files.write(scratch.resolve("images/" + TemporaryNames.of(tool.pid(), 1_700_000_000_000L)), png(4));
        }
        serve(4, 10);
        Run rest = tool(kind).ids(1, 10).with("--resume").run().assertExit(0);
        assertEquals(3, rest.total("skipped"));
        assertEquals(7, rest.total("saved"));
    }
}
