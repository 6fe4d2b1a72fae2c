package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** The log of the packaged program. */
final class LogIT {
    @TempDir
    private Path temporary;

    private Run run(Map<String, String> environment, String kind, Object... more) throws Exception {
        Run run = ToolProcess.packaged(temporary, environment, "--source=embedded 1 3 " + kind + " 2 images", more);
        run.assertExit(0);
        assertEquals(2, run.out().size(), () -> run.out().toString());
        return run;
    }

    private static long count(List<String> lines, String pattern) {
        return lines.stream().filter(line -> line.matches(pattern)).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void isSilentUnlessItIsAskedFor(String kind) throws Exception {
        assertEquals(List.of(), run(Map.of(), kind).err());
        assertEquals(List.of(), run(Map.of(), kind, "-q", "-v").err());
    }

    @Test
    void tellsOfChildrenAndRetriesButNotOfRequestsWhenVerbose() throws Exception {
        List<String> err = run(Map.of(), "P", "-v", "--fault=server-error=0.9", "--attempts=5")
                .err();
        assertEquals(3, count(err, "Saved 00[1-3]\\.png"), err::toString);
        assertTrue(count(err, "INFO pokemon\\.child - child [0-9]+ started") > 0, err::toString);
        assertTrue(count(err, "INFO pokemon\\.child - child [0-9]+ is ready after [0-9]+ ms") > 0, err::toString);
        assertTrue(
                count(err, "INFO pokemon\\.schedule - 00. attempt 1 failed: the server answered 500 .*") > 0,
                err::toString);
        assertEquals(0, count(err, "DEBUG .*"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void tellsOfRequestsAndSettingsWhenVeryVerbose(String kind) throws Exception {
        List<String> err = run(Map.of("POKEMON_ATTEMPTS", "2"), kind, "-vv").err();
        String request = "DEBUG pokemon\\.download\\.http - GET http://127\\.0\\.0\\.1:[0-9]+/00[1-3]\\.png: 200, "
                + "[0-9]+ bytes, [0-9.]+ ms(, connection .+)?";
        assertEquals(3, count(err, request), err::toString);
        assertEquals(1, count(err, "DEBUG pokemon\\.cli\\.config - attempts is from POKEMON_ATTEMPTS"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void goesToAFileWithTimeThreadAndLogger(String kind) throws Exception {
        Path file = Files.writeString(temporary.resolve("log"), "kept\n");
        assertEquals(List.of(), run(Map.of(), kind, "--log-file=" + file).err());
        List<String> lines = Files.readAllLines(file);
        assertEquals("kept", lines.get(0));
        String request = "[0-9-]{10}T[0-9:.]{12}\\S+ \\[.+] DEBUG pokemon\\.download\\.http - GET .*";
        assertEquals(3, count(lines, request), lines::toString);
    }

    @Test
    void isConfiguredByPropertiesOfTheBackend() throws Exception {
        Map<String, String> options = Map.of("JAVA_OPTS", "-Dorg.slf4j.simpleLogger.log.pokemon.download=debug");
        List<String> err = run(options, "T").err();
        assertEquals(3, err.size(), err::toString);
        assertEquals(3, count(err, ".+ \\[.+] DEBUG pokemon\\.download\\.http - GET .*"), err::toString);
    }

    @Test
    void hasALoggerForWhatAChildPrints() throws Exception {
        List<String> err = run(Map.of(), "P", "-v", "--jvm-arg=-Xlog:gc=info:stderr", "--jvm-arg=-Xmx20m")
                .err();
        assertTrue(
                count(err, "INFO pokemon\\.child\\.[0-9]+ - .*GC.*|INFO pokemon\\.child\\.[0-9]+ - .*Using.*") > 0,
                err::toString);
    }

    @Test
    void refusesAFileThatCannotBeWrittenBeforeAnythingIsAsked() throws Exception {
        String words = "1 1 T 1 images --source=embedded --log-file=missing/log";
        ToolProcess.packaged(temporary, Map.of(), words).assertExit(3).assertSays("--log-file: cannot write to ");
        assertFalse(Files.exists(temporary.resolve("images/001.png")));
    }
}
