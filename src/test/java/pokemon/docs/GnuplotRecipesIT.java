package pokemon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.launch.Invocation;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** The recipes for gnuplot in the page about the experiments, each with real data. Skipped where gnuplot is missing. */
final class GnuplotRecipesIT {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            speed   | --workers 1,2 --runs 2 --range 1-4
            load    | --schedule static,dynamic --workers 2 --range 1-6 --latency 5ms
            compare | --workloads cpu --workers 1,2 --cpu-items 1 --runs 1
            race    | --ids 5000000 --repeats 3
            """)
    void drawsWithoutComplaint(String experiment, String options) throws Exception {
        ToolProcess.assumeRuns("gnuplot", "gnuplot", "--version");
        Invocation.ok("experiment " + experiment + " " + options + " -q --out", temporary);
        Path picture = temporary.resolve("recipe.png");
        Path script = temporary.resolve("recipe.gp");
        Files.writeString(script, "set terminal png size 800,500\nset output 'recipe.png'\n" + recipe(experiment));
        Run run = ToolProcess.run(temporary, Map.of(), List.of("gnuplot", "recipe.gp"))
                .assertExit(0);
        assertEquals(List.of(), run.err());
        assertEquals(800, ImageIO.read(picture.toFile()).getWidth());
    }

    private static String recipe(String experiment) throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/experiments.md"));
        Matcher recipe = Pattern.compile("(?s)\n## " + experiment + ":.*?\n```gnuplot\n(.*?)```")
                .matcher(page);
        assertTrue(recipe.find(), experiment);
        assertTrue(recipe.group(1).startsWith("set key autotitle columnhead"), recipe.group(1));
        return recipe.group(1);
    }
}
