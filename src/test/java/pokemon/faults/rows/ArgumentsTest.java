package pokemon.faults.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.launch.Invocation;

/** Command lines that are refused. */
final class ArgumentsTest extends RowTest {
    @Row(35)
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1 2 M 1 DIR                             | tp: 'M' is neither T (threads) nor P (processes)
            1 2 TP 1 DIR                            | tp: 'TP' is neither T (threads) nor P (processes)
            1 2 T 0 DIR                             | nbr_tp: '0' is neither a whole number from 1 to 2147483647 nor the word auto
            1 2 T many DIR                          | nbr_tp: 'many' is neither a whole number from 1 to 2147483647 nor the word auto
            1 2 T auto DIR --schedule static        | --schedule static deals fixed shares, so nbr_tp must be a number, not auto
            0 2 T 1 DIR                             | start_id: '0' is not a whole number from 1 to 2147483647
            -1 2 T 1 DIR                            | start_id: '-1' is not a whole number from 1 to 2147483647
            one 2 T 1 DIR                           | start_id: 'one' is not a whole number from 1 to 2147483647
            1 2147483648 T 1 DIR                    | stop_id: '2147483648' is not a whole number from 1 to 2147483647
            1 99999999999 T 1 DIR                   | stop_id: '99999999999' is not a whole number from 1 to 2147483647
            1 5 T -2 DIR                            | '-2'
            1 2 T 1 DIR --rate=-1                   | --rate: '-1'
            1 2 T 1 DIR --max-bytes=0               | --max-bytes: '0'
            9 8 T 1 DIR                             | stop_id 8 is below start_id 9: the lower one comes first
            1 2 T 1 DIR more                        | too many arguments: more
            1 2 T 1 DIR --nonsense                  | Unknown option: '--nonsense'
            1 2 --sourc embedded                    | Unknown option: '--sourc'
            --attempt 3 1 2                         | Unknown option: '--attempt'
            1 2 T 1 DIR/001.png --json=DIR/001.png/001.png | --json: DIR/001.png/001.png is the place of an image
            1 100001 T 1 DIR                        | 100001 ids are too many for one run, which takes up to 100000: split them
            1 2 T 1 DIR --source http://HOST/a#{id} | --source: 'http://HOST/a#{id}' has a #, and what follows it is never sent
            1 2 T 1 DIR --source http://u:p@HOST/   | --source: a login in the address is not sent to the server; try --header
            1 2 T 1 DIR --source                    | Missing required parameter for option '--source' (SOURCE)
            1 2 T 1 DIR --source ftp://HOST/        | --source: 'ftp://HOST/' is not an http:// or https:// URL
            1 2 T 1 DIR --source http://HOST^/      | --source: 'http://HOST^/' is not a URL
            1 2 T 1 DIR --source http://HOST/001.png | --source: 'http://HOST/001.png'
            1 2 T 1 DIR --source http:///           | --source: 'http:///'
            1 2 T 1 DIR --source http://127.0.0.1:99999/ | --source: 'http://127.0.0.1:99999/'
            1 2 T 1 DIR --source file:///etc/       | --source: 'file:///etc/'
            1 2 T 1 DIR --source /nowhere           | --source: '/nowhere'
            1 2 T 1 DIR --timeout soon              | --timeout: 'soon' is not a duration such as 80ms, 30s or 2m
            1 2 T 1 DIR --timeout -1s               | --timeout: '-1s' is not a duration such as 80ms, 30s or 2m
            1 2 T 1 DIR --timeout 0s                | --timeout: '0s' is too short: it must be longer than 0
            1 2 T 1 DIR --attempts 0                | --attempts: '0' is not a whole number from 1 to 2147483647
            1 2 T 1 DIR --schedule magic            | --schedule: 'magic' is none of dynamic, static
            1 2 T 1 DIR --reencode never            | --reencode: 'never' is none of auto, always
            1 2 T 1 DIR --progress often            | --progress: 'often' is none of auto, always, never and every=N
            1 2 T 1 DIR --progress every=0          | --progress: '0' is not a whole number from 1 to 2147483647
            1 2 T 1 DIR --progress every=           | --progress: '' is not a whole number from 1 to 2147483647
            1 2 T 1 DIR --resume --update           | --resume never asks the server and --update always does
            1 2 T 1 DIR --user-agent \u00e9         | --user-agent: only printable ASCII can be sent
            1 2 T 1 DIR --fault reset=0.5           | go with --source embedded only
            1 2 T 1 DIR --latency 80ms              | go with --source embedded only
            1 2 T 1 DIR --seed 4                    | go with --source embedded only
            1 2 T 1 DIR --source embedded --fault explode=0.5 | There is no fault named 'explode'; the faults are not-found, server-error
            1 2 T 1 DIR --source embedded --fault reset=2 | '2' is not a share from 0 to 1
            1 2 T 1 DIR --source embedded --fault reset=0.6,stall=0.6 | pokemon: The rates of all faults together must be at most 1, not 1.2
            1 2 T 1 DIR --source embedded --fault reset | --fault: 'reset' is not NAME=RATE
            1 2 T 1 DIR --source embedded --latency 2h | pokemon: The latency must be from 0 to 1 hour, not PT2H
            1 2 T 1 DIR --source embedded --bandwidth fast | --bandwidth: 'fast' is not a bandwidth such as 500kB/s or 2MB/s
            1 2 T 1 DIR --source embedded --seed x  | --seed: 'x' is not
            """)
    void endInOneClearLineAndTouchNothing(String commandLine, String message) {
        Path directory = scratch.resolve("images");
        Path report = scratch.resolve("report.json");
        List<String> arguments = new ArrayList<>();
        for (String word : commandLine.split(" +", -1)) {
            arguments.add(word.equals("DIR") ? directory.toString() : word.replace("HOST", host()));
        }
        if (!arguments.contains("--source")) {
            arguments.add(1, "--source=" + server.baseUri());
        }
        if (!commandLine.contains("--json")) {
            arguments.add(1, "--json=" + report);
        }
        Invocation run = Invocation.of(arguments.toArray(String[]::new));
        run.assertRefusedBecause(message.replace("HOST", host()));
        assertEquals(
                "Try 'pokemon --help' for more information.", run.errLines().get(1));
        assertEquals(0, server.connections());
        assertFalse(Files.exists(directory));
        assertFalse(Files.exists(report));
    }

    private String host() {
        return "127.0.0.1:" + server.port();
    }
}
