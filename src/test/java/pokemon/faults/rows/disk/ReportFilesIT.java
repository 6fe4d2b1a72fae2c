package pokemon.faults.rows.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Listing;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.schedule.run.WorkerKind;

/** Reports that replace an old one, and reports to something other than a file. */
final class ReportFilesIT extends RowTest {
    @Row(40)
    @ThreadsAndProcesses
    void aFullDiskLeavesTheOldReportWhole(WorkerKind kind) throws Exception {
        PrivateMount disk = PrivateMount.in(scratch);
        Path old = Files.writeString(disk.seed().resolve("r.json"), "an old report");
        Path report = disk.mounted().resolve("r.json");
        serve(1, 200);
        Run run = launch(disk.mountFor(tool(kind).ids(1, 200).reportingTo(report), "size=16k"))
                .assertExit(1);
        run.assertSays("cannot write " + report + ": No space left on device");
        assertTrue(run.out().get(0).startsWith("200 saved"), run.out()::toString);
        assertEquals(-1, Files.mismatch(old, disk.copy().resolve("r.json")));
        assertEquals(List.of("r.json"), Listing.names(disk.copy()));
    }

    @Row(40)
    @ThreadsAndProcesses
    void aFileThatIsMountedAloneIsWrittenInPlace(WorkerKind kind) throws Exception {
        PrivateMount.in(scratch);
        serve(1, 2);
        Path report = Files.writeString(scratch.resolve("report.json"), "old".repeat(10_000));
        Tool tool = tool(kind).ids(1, 2);
        tool.behind(
                "unshare", "-m", "sh", "-c", "mount --bind \"$1\" \"$1\" && shift && \"$@\"", "sh", report.toString());
        launch(tool).assertExit(0).assertSaved(1, 2);
    }

    @Row(40)
    @ThreadsAndProcesses
    void anotherNameOfStandardOutputIsAppendedTo(WorkerKind kind) throws Exception {
        serve(1, 2);
        String script = "echo earlier >log; \"$@\" >>log";
        shell(tool(kind).ids(1, 2), script, "/dev/stdout").assertExit(0).assertSays("2 saved");
        String log = Files.readString(scratch.resolve("log"));
        assertTrue(log.startsWith("earlier\n{"), log);
        assertEquals(2, new ObjectMapper().readTree(log.substring(8)).get("ids").size());
    }

    @Row(40)
    @ThreadsAndProcesses
    void aDescriptorOfAFileIsAppendedTo(WorkerKind kind) throws Exception {
        serve(1, 2);
        String script = "echo earlier >log; \"$@\" 7>>log";
        shell(tool(kind).ids(1, 2), script, "/dev/fd/7").assertExit(0);
        assertTrue(Files.readString(scratch.resolve("log")).startsWith("earlier\n{"));
    }

    @Row(40)
    @ThreadsAndProcesses
    void aPipeIsWrittenWithoutAProbe(WorkerKind kind) throws Exception {
        serve(1, 2);
        String script = "mkfifo pipe; cat pipe >read & \"$@\"; code=$?; wait; exit $code";
        shell(tool(kind).ids(1, 2), script, "pipe").assertExit(0);
        assertTrue(Files.exists(scratch.resolve("pipe")));
        String read = Files.readString(scratch.resolve("read"));
        assertEquals(2, new ObjectMapper().readTree(read).get("ids").size());
    }

    @Row(45)
    @ThreadsAndProcesses
    void aReportAndAListOfIdsAreReadFromPipes(WorkerKind kind) throws Exception {
        server.forId(2, Misbehaviours.status(404), Misbehaviours.ok(png(2)));
        serve(1, 1);
        tool(kind).ids(1, 2).run().assertExit(1);
        String retry = "\"${@:1:4}\" --retry-failed <(cat report.json) && \"${@:1:4}\" --ids @<(echo 1,2) --dry-run";
        try (ToolProcess process = startShell(tool(kind), retry, "ignored")) {
            Run run = process.finishUnchecked().assertExit(0);
            assertTrue(run.out().get(0).startsWith("1 saved, 0 skipped, 0 failed of 1 "), run.out()::toString);
            assertEquals(4, run.out().size(), run.out()::toString);
        }
    }

    @Row(40)
    @ThreadsAndProcesses
    void noEmptyReportIsLeftWhenNothingCouldStart(WorkerKind kind) throws Exception {
        Path file = Files.writeString(scratch.resolve("file"), "mine");
        tool(kind).into(file).run().assertExit(3);
        assertFalse(Files.exists(scratch.resolve("report.json")));
    }

    @Row(39)
    @ThreadsAndProcesses
    void anUnreadPipeOfMessagesStopsNoRun(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.status(403));
        // More lines than a pipe holds.
        Tool tool = tool(kind).ids(1, 2_000);
        String script = "mkfifo pipe; exec 9<>pipe; \"$@\" 2>&9";
        try (ToolProcess process =
                startShell(tool, script, scratch.resolve("report.json").toString())) {
            Run run = process.finishUnchecked().assertExit(1);
            assertTrue(run.out().get(0).startsWith("0 saved, 0 skipped, 2000 failed"), run.out()::toString);
            assertEquals(2_000, run.total("failed"));
        }
    }

    @Row(43)
    @ThreadsAndProcesses
    void aSignalLeavesTimeForTheReportOfManyIds(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.noResponse());
        server.forId(1, Misbehaviours.ok(png(1)));
        try (ToolProcess process = tool(kind).ids(1, 30_000).with("-v").start()) {
            process.awaitError("Saved 001.png");
            ToolProcess.signal("TERM", process.pid());
            Run run = process.finish().assertExit(143).assertSaved(1);
            assertEquals(30_000, run.total("ids"));
        }
    }
}
