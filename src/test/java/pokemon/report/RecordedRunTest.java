package pokemon.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.download.trace.Phase;
import pokemon.report.RecordedRun.RecordedAttempt;
import pokemon.schedule.run.IdResult.Status;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerKind;

final class RecordedRunTest {
    private static final String REPORT = """
            {"schema_version": 1, "seconds": 2.5, "parameters": {"tp": "P", "start_id": 4, "stop_id": 8},
             "workers": [{"worker": 0, "busy_seconds": 0.9}],
             "ids": [
              {"id": 5, "status": "failed", "attempts": 3, "start_seconds": 1.5, "seconds": 0.6, "worker": 0, "error": "e"},
              {"id": 4, "status": "saved", "attempts": 2, "start_seconds": 0.5, "seconds": 0.3, "worker": 0, "bytes": 9,
               "phases": {"turn": 0.1, "request": 0.05, "body": 0.02, "check": 0.03, "reencode": 0, "write": 0.01}},
              {"id": 7, "status": "saved", "attempts": 2, "start_seconds": 2, "seconds": 0.5, "worker": 1, "bytes": 9,
               "earlier_attempts": [{"start_seconds": 1, "seconds": 0.2, "worker": 0, "error": "e1",
                "phases": {"turn": 0.3, "request": 0.2, "body": 0, "check": 0, "reencode": 0, "write": 0}}]},
              {"id": 8, "status": "failed", "attempts": 1, "start_seconds": 0, "seconds": 0.1, "worker": null,
               "error": "e2", "earlier_attempts": [{"start_seconds": 1.8, "seconds": 0.1, "worker": 1, "error": "e2",
                "phases": {"turn": 0, "request": 0.1, "body": 0, "check": 0, "reencode": 0, "write": 0}}]},
              {"id": 6, "status": "not_attempted", "attempts": 0, "start_seconds": 0, "seconds": 0, "worker": null}]}
            """;

    @TempDir
    private Path temporary;

    private Path file(String content) throws IOException {
        return Files.writeString(temporary.resolve("report.json"), content);
    }

    @Test
    void readsAReport() throws IOException {
        RecordedRun run = RecordedRun.read(file(REPORT));
        assertEquals(WorkerKind.PROCESSES, run.kind());
        assertEquals("4-8", run.ids());
        assertEquals(2.5, run.seconds());
        assertEquals(Map.of(0, 0.9), run.busy());
        assertEquals(
                List.of(4, 7, 5, 8, 7),
                run.attempts().stream().map(RecordedAttempt::id).toList());
        RecordedAttempt first = run.attempts().get(0);
        assertEquals(0.61, first.end(), 1e-9, "the sum of the phases");
        assertEquals(0.1, first.turn());
        assertEquals(0.03, first.phases().get(Phase.CHECK));
        RecordedAttempt second = run.attempts().get(2);
        assertEquals(Status.FAILED, second.status());
        assertEquals(1.7, second.end(), 1e-9, "the mean of its attempts");
        assertEquals(Map.of(), second.phases());
        assertEquals("e", second.detail());
    }

    @Test
    void readsEarlierAttempts() throws IOException {
        List<RecordedAttempt> attempts = RecordedRun.read(file(REPORT)).attempts();
        RecordedAttempt earlier = attempts.get(1);
        assertEquals(0, earlier.worker());
        assertFalse(earlier.isLast());
        assertEquals(1.2, earlier.end(), 1e-9);
        assertEquals(0.3, earlier.turn());
        assertEquals("e1", earlier.detail());
        RecordedAttempt last = attempts.get(4);
        assertEquals(1, last.worker());
        assertTrue(last.isLast());
        assertEquals(2.3, last.end(), 1e-9, "what the earlier attempt left");
        RecordedAttempt waiting = attempts.get(3);
        assertTrue(waiting.isLast(), "the run was stopped before the next one");
        assertEquals(Status.FAILED, waiting.status());
    }

    @Test
    void aReportThatWasWrittenIsReadAsTheRunItself() throws IOException {
        for (RunReport report :
                new RunReport[] {SampleRuns.complete(18, WorkerKind.PROCESSES, 4), SampleRuns.stopped()}) {
            StringWriter json = new StringWriter();
            RunReportWriter.write(json, report, "1", Host.current(), new RunRequest("web", Optional.empty()));
            RecordedRun read = RecordedRun.read(file(json.toString()));
            assertTrue(read.attempts().size() > 0);
            assertEquals(RecordedRun.of(report).attempts(), read.attempts());
            assertEquals(RecordedRun.of(report).busy(), read.busy());
            assertEquals(report.settings().ids().toString(), read.ids());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                     | {"x":                   | is no report of a run: it is not JSON
            "ids"                 | "others"                | is no report of a run, as --json writes it
            "schema_version": 1   | "schema_version": 2     | has schema version 2, and only version 1 is understood
            "tp"                  | "pt"                    | is damaged: 'tp' is missing
            "id": 5               | "id": 0                 | is damaged: an id is missing
            "failed"              | "lost"                  | is damaged: the status 'lost' is unknown
            "start_seconds": 1.5  | "start_seconds": -1     | is damaged: 'start_seconds' is no time in seconds
            "seconds": 2.5        | "seconds": 1e999        | is damaged: 'seconds' is no time in seconds
            "seconds": 0.2        | "seconds": "x"          | is damaged: 'seconds' is no time in seconds
            "turn": 0.1           | "turn": null            | is damaged: 'turn' is no time in seconds
            """)
    void saysWhatIsWrongWithAFile(String from, String to, String message) throws IOException {
        Path file = file(REPORT.replace(from, to));
        assertEquals(
                file + " " + message,
                assertThrows(IOException.class, () -> RecordedRun.read(file)).getMessage());
    }
}
