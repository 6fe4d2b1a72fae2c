package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.cli.process.Environment;
import pokemon.cli.process.ExitCode;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.faults.RequestSeen;
import pokemon.faults.rows.Row;
import pokemon.launch.Invocation;
import pokemon.png.TestImages;

/** Defaults from the environment and from a file. */
final class ConfigDefaultsTest {
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path temporary;

    private Path directory() {
        return temporary.resolve("images");
    }

    private Path usualFile() {
        return temporary.resolve("home/.config/pokemon/config.properties");
    }

    private static Path write(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, List.of(lines));
    }

    private Invocation run(String words) {
        String[] args = words.isEmpty() ? new String[0] : words.split(" ", -1);
        return Invocation.in(
                new Environment(environment, temporary.resolve("home").toString()), args);
    }

    /** Downloads an image with the settings and some words, and returns the parameters in the report. */
    private JsonNode parameters(String words) throws IOException {
        Invocation run = run(("1 1 T 1 " + directory() + " --source=embedded --json=- " + words).strip())
                .assertExit(ExitCode.OK);
        return run.json().get("parameters");
    }

    private void assertAttempts(int attempts, String words) throws IOException {
        assertEquals(attempts, parameters(words).get("attempts").asInt());
    }

    private void assertRefused(String words, String message) {
        run(words).assertRefused(message);
        assertFalse(Files.exists(directory()));
    }

    @Test
    void countLessThanTheCommandLineAndTheEnvironmentMoreThanTheFile() throws IOException {
        assertAttempts(4, "");
        write(usualFile(), "attempts = 5");
        assertAttempts(5, "");
        environment.put("POKEMON_ATTEMPTS", "6");
        assertAttempts(6, "");
        assertAttempts(7, "--attempts 7");
    }

    @Test
    void areInTheFirstFileThatIsNamed() throws IOException {
        write(usualFile(), "attempts = 2");
        assertAttempts(2, "");
        write(temporary.resolve("xdg/pokemon/config.properties"), "attempts = 3");
        environment.put("XDG_CONFIG_HOME", temporary.resolve("xdg").toString());
        assertAttempts(3, "");
        environment.put(
                "POKEMON_CONFIG",
                write(temporary.resolve("mine"), "attempts = 5").toString());
        assertAttempts(5, "");
        Path other = write(temporary.resolve("other"), "attempts = 6");
        assertAttempts(6, "--config " + other);
        assertAttempts(6, "--config=" + other);
    }

    @Test
    void areInTheHomeDirectoryWhenTheXdgVariableIsEmptyOrRelative() throws IOException {
        write(usualFile(), "attempts = 2");
        for (String unusable : List.of("", "relative")) {
            environment.put("XDG_CONFIG_HOME", unusable);
            assertAttempts(2, "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"start-id", "start_id", "START_ID"})
    void areThereForPositionals(String startId) throws IOException {
        write(usualFile(), startId + " = 7", "tp = p", "nbr_tp = 1", "source=http://127.0.0.1:1/");
        environment.put("POKEMON_STOP_ID", "8");
        environment.put("POKEMON_OUT_DIR", directory().toString());
        assertEquals(
                List.of(
                        "http://127.0.0.1:1/007.png -> " + directory().resolve("007.png"),
                        "http://127.0.0.1:1/008.png -> " + directory().resolve("008.png")),
                run("--dry-run").outLines());
        assertEquals(2, run("--dry-run 7").outLines().size());
        assertEquals(1, run("--dry-run 8").outLines().size());
    }

    @Test
    void areTakenAsTheyAre() throws IOException {
        for (String name : List.of("a$$b", "$${x}", "pa$$w${y}$$", "${sys:user.home}", "$1\\t")) {
            Path file = temporary.resolve(name);
            environment.put("POKEMON_OUT_DIR", file.toString());
            environment.put("POKEMON_SOURCE", "http://127.0.0.1:1/");
            assertEquals(
                    List.of("http://127.0.0.1:1/001.png -> " + file.resolve("001.png")),
                    run("--dry-run 1 1").outLines());
        }
    }

    @Test
    void doNotCountBlanksAndMarksThatNobodySees() throws IOException {
        write(usualFile(), "\uFEFFattempts = 5 ", "timeout = 7s\t");
        assertAttempts(5, "");
        assertEquals(7, parameters("").get("timeout").asInt());
    }

    @Test
    void leaveADirectoryThatIsNamedLikeASubcommandAlone() {
        environment.put("POKEMON_ATTEMPTS", "4");
        environment.put("POKEMON_MIRROR_LATENCY", "80ms");
        String options = " --dry-run --source http://127.0.0.1:1/ ";
        for (String words : List.of("1 1 T 1 gallery" + options, options + "1 1 T 1 gallery")) {
            Invocation run = run(words.strip()).assertExit(ExitCode.OK);
            assertTrue(run.out().endsWith("/gallery/001.png\n"), run.out());
        }
    }

    /** As every name with an accent is in the locale C. */
    @ParameterizedTest
    @ValueSource(strings = {"HOME", "XDG_CONFIG_HOME"})
    void areNotThereInADirectoryThatCannotBeNamed(String variable) {
        environment.put(variable, "/home/\0");
        Environment here = new Environment(environment, environment.getOrDefault("HOME", "/nowhere"));
        Invocation.in(here, "--version").assertExit(ExitCode.OK);
        Invocation.in(here, "1", "1", "--dry-run").assertExit(ExitCode.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--config", "--retry-failed"})
    void areRefusedInAFileThatCannotBeNamed(String option) {
        assertRefused(option + " x\0y", "'x\\x00y' cannot be the name of a file here: Nul character not allowed");
    }

    @Test
    void switchFlagsOnAndOff() throws IOException {
        write(usualFile(), "resume = TRUE");
        assertEquals("keep", parameters("").get("existing").asText());
        assertEquals("keep", parameters("--resume").get("existing").asText());
        environment.put("POKEMON_RESUME", "false");
        assertEquals("replace", parameters("").get("existing").asText());
        assertEquals("keep", parameters("--resume").get("existing").asText());
    }

    @Test
    void giveWayToTheOppositeFlagOfAStrongerPlace() throws IOException {
        write(usualFile(), "resume = true", "quiet = true");
        assertEquals("update", parameters("--update").get("existing").asText());
        environment.put("POKEMON_UPDATE", "true");
        assertEquals("update", parameters("").get("existing").asText());
        assertEquals("keep", parameters("--resume").get("existing").asText());
        Invocation loud = run("1 1 T 1 " + directory() + " --source=embedded -v --update");
        assertEquals(List.of("Skipped 001.png: not modified since it was saved"), loud.errLines());
    }

    @Test
    void contradictEachOtherWithinOnePlaceOnly() throws IOException {
        write(usualFile(), "resume = true", "update = true");
        assertRefused("1 1 T 1 " + directory(), "--resume never asks the server and --update always does: choose one");
        environment.put("POKEMON_UPDATE", "false");
        assertEquals("keep", parameters("").get("existing").asText());
    }

    @Test
    void keepTheMirrorsOptionsForWhenThereIsOne() throws IOException {
        write(usualFile(), "fault = not-found=0.5,html=0.5", "latency = 1ms", "out-dir = " + directory());
        Invocation embedded = run("1 2 T 1 --source embedded");
        assertTrue(embedded.out().startsWith("0 saved, 0 skipped, 2 failed of 2 "), embedded.out() + embedded.err());
        run("1 2 T 1 --dry-run --source http://127.0.0.1:1/").assertExit(ExitCode.OK);
    }

    @Test
    void holdAValuePerLineWhereAnOptionMayBeRepeated() throws IOException {
        write(usualFile(), "header = X-One: 1, 2\\nX-Two: ${env:HOME}", "jvm-arg = -Xmx64m\\n-Dtwo=2");
        try (FaultServer server = FaultServer.start()) {
            server.always(Misbehaviours.ok(TestImages.png(new TestImages.Form(9, 7, 8, 6, false, false), 1)));
            String words = "1 1 P 1 " + directory() + " --source " + server.template();
            run(words).assertExit(ExitCode.OK);
            RequestSeen request = server.requestsSeen().get(0);
            assertEquals("1, 2", request.header("X-One"));
            assertEquals("${env:HOME}", request.header("X-Two"), "a value is what it says");
            run(words + " --header X-Two:3").assertExit(ExitCode.OK);
            assertEquals("", server.requestsSeen().get(1).header("X-One"), "the command line's replace them all");
            assertEquals(List.of("3"), server.requestsSeen().get(1).headers().allValues("X-Two"));
        }
    }

    @Test
    void areAsGoodAsNoneWhenTheyAreEmpty() throws IOException {
        write(usualFile(), "attempts = 5", "rate =", "resume = ");
        environment.put("POKEMON_ATTEMPTS", "");
        environment.put("POKEMON_CONFIG", "");
        JsonNode parameters = parameters("");
        assertEquals(5, parameters.get("attempts").asInt());
        assertTrue(parameters.get("rate").isNull());
        assertEquals("replace", parameters.get("existing").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            conect-timeout = 5s       | 'conect-timeout' is no setting; did you mean 'connect-timeout'?
            mirror.latence = 5s       | 'mirror.latence' is no setting; did you mean 'mirror.latency'?
            experiment.speed.run = 5  | 'experiment.speed.run' is no setting; did you mean 'experiment.speed.runs'?
            colour = red              | 'colour' is no setting; settings are named like the options without --
            config = other.properties | 'config' works on the command line only
            """)
    void areRefusedWhenTheFileHoldsOthers(String line, String message) throws IOException {
        write(usualFile(), line);
        assertRefused("1 1 T 1 " + directory(), usualFile() + ": " + message);
        assertRefused("stats " + directory(), usualFile() + ": " + message);
    }

    @Test
    void areRefusedWhenTheEnvironmentHoldsOthers() {
        environment.put("POKEMON_CONNECT_TIMEOUTS", "5s");
        assertRefused(
                "1 1 T 1 " + directory(),
                "environment: 'POKEMON_CONNECT_TIMEOUTS' is no setting; did you mean 'POKEMON_CONNECT_TIMEOUT'?");
        environment.clear();
        environment.put("POKEMON_RETRY_FAILED", "report.json");
        assertRefused("", "environment: 'POKEMON_RETRY_FAILED' works on the command line only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            timeout = soon      | --timeout: 'soon' is not a duration such as 80ms, 30s or 2m
            nbr-tp = many       | nbr_tp: 'many' is neither a whole number from 1 to 2147483647 nor the word auto
            resume = maybe      | --resume: 'maybe' is not a boolean
            source = ftp://x/   | --source: 'ftp://x/' is not an http:// or https:// URL with a host
            header = Host: x    | --header: 'Host' is set by the HTTP client
            fault = nonsense=1  | --fault: There is no fault named 'nonsense'; the faults are not-found, server-error, too-many-requests, truncate, reset, stall, corrupt, html.
            ids = 1,x           | --ids: 'x' is neither an id such as 7 nor a range of ids such as 7-9
            """)
    void areNamedWithTheirPlaceWhenTheyAreInvalid(String line, String message) throws IOException {
        write(usualFile(), line, "out_dir = " + directory());
        assertRefused("", message + " (from " + usualFile() + ")");
        String[] pair = line.split(" = ", -1);
        String variable = "POKEMON_" + pair[0].toUpperCase(Locale.ROOT).replace('-', '_');
        environment.put(variable, pair[1]);
        assertRefused("", message + " (from " + variable + ")");
    }

    /** A service named pokemon, or pokemon-mirror, puts these into every container beside it. */
    @Row(72)
    @Test
    void areNotWhatKubernetesAndDockerSayOfAServiceOfOurName() {
        for (String service : List.of("POKEMON", "POKEMON_MIRROR", "POKEMON_WEB_2")) {
            environment.put(service + "_PORT", "tcp://10.96.0.7:80");
            environment.put(service + "_SERVICE_HOST", "10.96.0.7");
            environment.put(service + "_SERVICE_PORT", "80");
            environment.put(service + "_SERVICE_PORT_HTTP", "80");
            environment.put(service + "_PORT_80_TCP", "tcp://10.96.0.7:80");
            environment.put(service + "_PORT_80_TCP_PROTO", "tcp");
            environment.put(service + "_PORT_80_TCP_PORT", "80");
            environment.put(service + "_PORT_80_TCP_ADDR", "10.96.0.7");
        }
        run("1 2 --dry-run").assertExit(ExitCode.OK);
        environment.put("POKEMON_MIRROR_PORT", "x");
        assertRefused("mirror", "--port: 'x' is not a whole number (from POKEMON_MIRROR_PORT)");
        environment.put("POKEMON_PORT", "80");
        assertRefused(
                "1 2", "environment: 'POKEMON_PORT' is no setting; settings are named like the options without --");
    }

    @Test
    void areNotBlamedForTheCommandLine() throws IOException {
        write(usualFile(), "timeout = 5s", "source = embedded");
        assertRefused("--timeout soon", "--timeout: 'soon' is not a duration such as 80ms, 30s or 2m");
        assertRefused("--source ftp://x/", "--source: 'ftp://x/' is not an http:// or https:// URL with a host");
    }

    @Test
    void needTheFileThatIsNamed() throws IOException {
        Path missing = temporary.resolve("missing");
        assertRefused("--config " + missing, "no such file of settings: " + missing);
        environment.put("POKEMON_CONFIG", missing.toString());
        assertRefused("", "no such file of settings: " + missing);
        assertRefused("--config " + temporary, "cannot read the settings in " + temporary + ": Is a directory");
        Path malformed = write(temporary.resolve("malformed"), "rate = \\u00zz");
        assertRefused(
                "--config " + malformed, "cannot read the settings in " + malformed + ": Malformed \\uxxxx encoding.");
        Path twice = write(temporary.resolve("twice"), "out-dir = a", "out_dir = b");
        assertRefused("--config " + twice, twice + ": 'out-dir' appears twice, with - and with _");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "mirror --help", "help", "-V", "experiment speed -h"})
    void neverStandInTheWayOfHelp(String words) throws IOException {
        write(usualFile(), "nonsense = 1");
        environment.put("POKEMON_TIMEOUT", "soon");
        Invocation run = run(words).assertExit(ExitCode.OK);
        assertFalse(run.out().isEmpty());
    }

    @Test
    void reachSubcommandsUnderTheirNames() throws IOException {
        run("1 3 T 1 " + directory() + " --source=embedded").assertExit(0);
        write(usualFile(), "stats.dir = " + directory(), "stats.range = 1-4", "json = elsewhere.json");
        Invocation stats = run("stats").assertExit(ExitCode.INCOMPLETE);
        assertTrue(stats.outLines().contains("missing 004.png"), stats.out());
        environment.put("POKEMON_STATS_JSON", "true");
        assertTrue(run("stats --range 1-3").out().startsWith("{"));
        environment.put("POKEMON_MIRROR_LATENCY", "soon");
        assertTrue(run("mirror")
                .err()
                .contains("--latency: 'soon' is not a duration such as 80ms, 30s or 2m (from POKEMON_MIRROR_LATENCY)"));
        environment.put("POKEMON_MIRROR_LATENCY", "1ms");
        environment.put("POKEMON_EXPERIMENT_SPEED_RUNS", "0");
        assertTrue(run("experiment speed").err().contains("(from POKEMON_EXPERIMENT_SPEED_RUNS)"));
    }

    @Test
    void areNamedBehindASubcommandToo() throws IOException {
        Path file = write(temporary.resolve("mine"), "mirror.latency = soon");
        for (String words : List.of("mirror --config " + file, "--config " + file + " mirror")) {
            assertTrue(run(words).err().contains("(from " + file + ")"), words);
        }
    }

    @Test
    void chooseIdsUnlessAStrongerPlaceHasARange() throws IOException {
        write(usualFile(), "ids = 3,5", "source = embedded", "out-dir = " + directory());
        assertEquals(2, run("--dry-run").outLines().size());
        assertEquals(4, run("--dry-run 1 4").outLines().size());
        assertEquals(1, run("--dry-run --ids 9 P 2").outLines().size());
        environment.put("POKEMON_STOP_ID", "6");
        assertEquals(1, run("--dry-run --ids 9").outLines().size());
        assertEquals(6, run("--dry-run").outLines().size());
        environment.put("POKEMON_IDS", "8");
        assertRefused("--dry-run", "--ids and a range both choose the ids: use one of them (from POKEMON_IDS)");
        assertEquals(2, run("--dry-run 3 4").outLines().size());
    }

    @Test
    void giveWayToTheReportThatIsRetried() throws IOException {
        Path report = temporary.resolve("report.json");
        run("1 3 T 1 " + directory() + " --source=embedded --fault=not-found=1 --json " + report);
        write(usualFile(), "ids = 9", "out-dir = elsewhere", "source = http://127.0.0.1:1/", "nbr-tp = x");
        Invocation run = run("--dry-run --retry-failed " + report);
        assertEquals(
                "embedded:001.png -> " + directory().resolve("001.png"),
                run.outLines().get(0),
                run.err());
        assertEquals(3, run.outLines().size());
    }
}
