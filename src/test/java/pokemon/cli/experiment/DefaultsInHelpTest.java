package pokemon.cli.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.launch.Invocation;

/** The help of each experiment tells its own defaults. */
class DefaultsInHelpTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speed | Ids of the images. Default: 1-300.",
                "speed | The built-in mirror answers after this time. Default: 20ms.",
                "speed | Its latency varies by up to this much either way. Default: 0ms.",
                "load | Ids of the images. Default: 1-120.",
                "load | after this time. Default: 20ms; 120ms with --schedule static,dynamic.",
                "load | either way. Default: 0ms; 120ms with --schedule static,dynamic.",
                "compare | The mirror answers after this time. Default: 10ms.",
                "race | Default: 20000000."
            })
    void eachCommandShowsItsOwn(String command, String sentence) {
        Invocation help = Invocation.ok("experiment " + command + " --help");
        String text = help.out().replaceAll("\\s+", " ");
        assertTrue(text.contains(sentence), help.out());
    }
}
