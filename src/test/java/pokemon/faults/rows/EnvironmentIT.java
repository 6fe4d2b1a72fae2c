package pokemon.faults.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import pokemon.faults.Misbehaviours;
import pokemon.launch.Listing;
import pokemon.launch.Run;
import pokemon.schedule.run.WorkerKind;

/** Unusual locales, charsets and pipes. */
final class EnvironmentIT extends RowTest {
    @Row(36)
    @ThreadsAndProcesses
    void anotherLocaleAndCharsetChangeNothing(WorkerKind kind) throws Exception {
        serve(7, 9);
        Run run = launch(tool(kind)
                        .ids(7, 10)
                        .with("-v")
                        .environment(
                                "JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG -Dfile.encoding=ISO-8859-6"))
                .assertExit(1)
                .assertSaved(7, 8, 9)
                .assertFailed(10, 1, "404");
        run.assertSays("Saved 007.png");
        run.assertSays("010 failed: ");
        List<String> out = run.out();
        assertTrue(out.get(0).matches("3 saved, 0 skipped, 1 failed of 4 \\(0\\.0 MB\\) by 2 [a-z]+"), out::toString);
        assertTrue(out.get(1).matches("Time [0-9]+\\.[0-9]{6}"), out::toString);
    }

    @Row(38)
    @ThreadsAndProcesses
    void aReaderThatLeavesEarlyCausesNoStackTrace(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.ok(png(1)));
        // A report of 400 ids is more than a pipe holds.
        Run run = shell(tool(kind).ids(1, 400), "\"$@\" | head -c 1 | wc -c; exit ${PIPESTATUS[0]}", "-")
                .assertExit(0)
                .assertNoStackTrace();
        assertEquals(List.of("1"), run.out());
        assertEquals(400, Listing.names(run.directory()).size());
    }
}
