package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.cli.process.Environment;
import pokemon.cli.process.ExitCode;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;
import pokemon.report.PublishedSchema;

/** The forms of arguments beside the five positional ones, and what is said about wrong ones. */
final class ArgumentFormsTest {
    private static final String EMBEDDED = "--source=embedded";

    @TempDir
    private Path temporary;

    private Path directory() {
        return temporary.resolve("images");
    }

    private Invocation run(String words, Object... more) {
        return Invocation.line(words.replace("DIR", directory().toString()), more);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2-4 T 2 DIR",
                "2..4 T 2 DIR",
                "2-4 T -j 2 -o DIR",
                "-o DIR -j auto 2 4",
                "--rate 100 2-4 T 2 DIR",
                "-q 2-4 T 2 DIR",
            })
    void chooseTheSameImages(String words) throws IOException {
        run(words, EMBEDDED).assertExit(ExitCode.OK);
        assertEquals(List.of("002.png", "003.png", "004.png"), Listing.names(directory()));
    }

    @Test
    void partsOfTheIdsHaveEachIdOnceAndStandInTheReport() throws IOException {
        List<Integer> sizes = new ArrayList<>();
        for (int part = 1; part <= 3; part++) {
            Path report = temporary.resolve("report" + part);
            run("11-20 T 2 DIR", EMBEDDED, "--shard=" + part + "/3", "--json=" + report)
                    .assertExit(ExitCode.OK);
            String text = Files.readString(report);
            assertEquals(List.of(), PublishedSchema.RUN_REPORT.violations(text));
            assertEquals(
                    part + "/3",
                    new ObjectMapper().readTree(text).at("/parameters/shard").asText());
            sizes.add(Listing.names(directory()).size());
        }
        assertEquals(List.of(3, 6, 10), sizes);
    }

    @Test
    void aPartWithoutIdsIsDoneAtOnce() {
        Invocation run = run("1-2 -o DIR", EMBEDDED, "--shard=1/3").assertExit(ExitCode.OK);
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("0 saved"), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1-4 T 2 DIR   | ''
            1-4 -o DIR    | 4 images (1 to 4) into DIR/ with 4 threads
            1-1 P -o DIR  | 1 image (1 to 1) into DIR/ with 1 process
            1-4 -q -o DIR | ''
            """)
    void whatGoesWhereIsToldWhereADefaultIsUsed(String words, String line) {
        Invocation run = run(words, EMBEDDED).assertExit(ExitCode.OK);
        assertEquals(
                line.replace("DIR", directory().toString()),
                run.errLines().stream().findFirst().orElse(""));
    }

    @Test
    void moreThreadsThanCanHelpAreWarnedOf() {
        Invocation run = run("1-2 T 10000 DIR", EMBEDDED).assertExit(ExitCode.OK);
        assertEquals(
                List.of("pokemon: 10000 threads are more than can help: there is work for 2; auto finds a good number"),
                run.errLines());
    }

    @Test
    void datesAreLeftAloneWhenAskedTo() throws IOException {
        run("1-1 T 1 DIR", EMBEDDED);
        long dated = Files.getLastModifiedTime(directory().resolve("001.png")).toMillis();
        long before = System.currentTimeMillis() - 60_000;
        run("1-1 T 1 DIR", EMBEDDED, "--no-mtime");
        assertTrue(dated < before);
        assertTrue(Files.getLastModifiedTime(directory().resolve("001.png")).toMillis() > before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void aLineOfJsonComesForEachId(String kind) throws IOException {
        Path lines = temporary.resolve("lines");
        run("1-3 " + kind + " 2 DIR", EMBEDDED, "--jsonl=" + lines).assertExit(ExitCode.OK);
        Set<Integer> ids = new TreeSet<>();
        for (String line : Files.readAllLines(lines)) {
            assertEquals(List.of(), PublishedSchema.ID_RESULT.violations(line));
            ids.add(new ObjectMapper().readTree(line).get("id").asInt());
        }
        assertEquals(Set.of(1, 2, 3), ids);
    }

    @Test
    void linesOfJsonOnStandardOutputLeaveTheSummaryToStandardError() {
        Invocation run = run("1-2 T 2 DIR", EMBEDDED, "--jsonl=-");
        assertEquals(2, run.outLines().size(), run.out());
        assertTrue(run.outLines().stream().allMatch(line -> line.startsWith("{\"id\":")), run.out());
        assertEquals(2, run.errLines().size(), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void theLimitOfBytesHoldsForTheWholeRunAndCountsAgainstNoTimeout(String kind) {
        long begin = System.nanoTime();
        Invocation run = run("1-6 " + kind + " 3 DIR", EMBEDDED, "--limit-rate=400kB/s", "--timeout=1s");
        double seconds = (System.nanoTime() - begin) / 1e9;
        run.assertExit(ExitCode.OK);
        // The first pieces of each image come at once.
        assertTrue(seconds > 0.8 * 800_000 / 400_000.0, "0.8 MB in " + seconds + " s");
    }

    @Test
    void settingsNameSourcesAndKeepBackslashes() throws IOException {
        Path settings = Files.writeString(temporary.resolve("s"), "source.mine = http://127.0.0.1:1/{n}.png\n");
        Invocation dry = run("25 25 T 1 DIR --dry-run --source mine --config " + settings);
        assertTrue(dry.out().startsWith("http://127.0.0.1:1/25.png -> "), dry::toString);
        for (String path : List.of("C:\\Users\\me", "C:\\temp\\new", "D:\\new")) {
            Files.writeString(settings, "out-dir = " + path + "\n");
            run("1 1 --dry-run --config " + settings).assertRefusedBecause("a backslash is written twice");
        }
        Files.writeString(settings, "out-dir = C:\\\\new\n");
        assertTrue(run("1 1 --dry-run --config " + settings).out().contains("C:\\new"));
    }

    @Test
    void homeIsExpandedWhereTheShellDoesNot() {
        Invocation run = run("1 1 --dry-run -o ~/pokedex", EMBEDDED);
        String home = Environment.ofThisProcess().home();
        assertTrue(run.out().contains(" -> " + home + "/pokedex/001.png"), run::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            5-1                 | '5-1': the lower id comes first: 1-5
            1 1-898             | a range is the first argument: pokemon 1-898
            1 8 T8              | did you mean 'T 8'?
            1 8 8 T             | the letter comes before the number: T 8
            10 T                | both ids come before it
            stat DIR            | did you mean 'stats'?
            version             | did you mean '--version'?
            1 8 --threads 8     | Unknown option: '--threads'; try T and -j N
            1 8 --output DIR    | Unknown option: '--output'; try -o DIR
            1 8 --tiemout 5s    | did you mean '--timeout'?
            1 8 --reencode alway | 'alway' is none of auto, always; did you mean 'always'?
            experiment fast     | 'fast' is none of speed, load, compare, race
            experiment sped     | did you mean 'speed'?
            help experiment sped | 'sped' is no command of 'pokemon experiment'
            help experiment sped | Try 'pokemon experiment --help' for more information.
            mirror --prot 1     | did you mean '--port'?
            1 8 T 2 -j 3        | nbr_tp and -j mean the same
            1 8 T 2 DIR -o DIR  | out_dir and -o mean the same
            1-8 --shard 0/4     | --shard: '0/4' is no part such as 2/4
            1-8 --shard 5/4     | --shard: '5/4' is no part such as 2/4
            1-8 --limit-rate 0  | --limit-rate: '0' is not above 0
            1-8 --limit-rate x  | --limit-rate: 'x' is not a bandwidth
            1-8 --update --no-mtime | choose one
            1-8 --json - --jsonl - | name a file for one of them
            1-8 --jsonl /dev/stdout --trace /dev/stdout | --jsonl and --trace both go to standard output
            1-8 --json r.json --jsonl ./r.json | --json and --jsonl are the same file: ./r.json
            1-8 --trace r.json --log-file r.json | --trace and --log-file are the same file: r.json
            -n 8 1 898          | Unknown option: '-n'
            -5-7 T 2            | Unknown option: '-5-7'
            1 8 X 2 -j8 -qv     | tp: 'X' is neither
            1 8 X 2 -o -name    | tp: 'X' is neither
            1 8 X 2 -- --name   | tp: 'X' is neither
            -q stats DIR --range 1-8 --checks lenient -x DIR | Unknown option: '-x'
            1-8 --source embeded | did you mean 'embedded'?
            """)
    void wrongOnesAreRefusedInALineThatSaysWhatToType(String words, String message) {
        run(words).assertRefusedBecause(message);
        assertFalse(Files.exists(directory()));
    }

    @Test
    void sourcesAreListed() {
        Invocation run = Invocation.in(new Environment(Map.of(), temporary.toString()), "sources")
                .assertExit(ExitCode.OK);
        for (String name : List.of("web ", "web-full ", "pokeapi ", "pokeapi-sprites ", "embedded ")) {
            assertTrue(run.outLines().stream().anyMatch(line -> line.startsWith(name)), run.out());
        }
    }
}
