package pokemon.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pokemon.cli.process.ExitCode;
import pokemon.cli.value.Converters;
import pokemon.directory.DirectoryStatistics;
import pokemon.download.ConversionSettings;
import pokemon.png.chunk.Checks;
import pokemon.report.StatisticsSummary;
import pokemon.report.StatisticsWriter;
import pokemon.schedule.run.IdRange;

/** Prints the statistics of a directory of images. */
@Command(
        name = "stats",
        description = "Counts the NNN.png files of a directory, the completely valid ones, and their megabytes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pokemon stats /tmp/pokedex                 how many, how many valid, how large",
            "  pokemon stats /tmp/pokedex --range 1-898   which are missing or damaged"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The directory was read. With --range, it holds exactly these images, all valid.",
            "1:With --range, it does not.",
            "2:Invalid arguments.",
            "3:The directory cannot be read."
        })
public final class StatsCommand extends CliCommand {
    @Parameters(paramLabel = "DIR", description = "The directory.")
    private Path directory;

    @Option(
            names = "--range",
            paramLabel = "A-B",
            converter = Converters.Range.class,
            description =
                    "Also list missing, damaged and unexpected files, and exit with 1 unless the directory holds exactly "
                            + "the ids A to B, all valid.")
    private IdRange range;

    @Option(
            names = "--checks",
            paramLabel = "MODE",
            defaultValue = "lenient",
            description = {
                "lenient: an image is valid in spite of faults that do not reach its pixels; --json names them.",
                "strict: it is damaged. Default: ${DEFAULT-VALUE}."
            })
    private Checks checks;

    @Option(names = "--json", fallbackValue = "true", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        DirectoryStatistics statistics = DirectoryStatistics.of(directory, ConversionSettings.MAX_PIXELS, checks);
        Optional<IdRange> expected = Optional.ofNullable(range);
        if (json) {
            out.println(StatisticsWriter.json(statistics, expected));
        } else {
            StatisticsSummary.lines(statistics, expected).forEach(out::println);
        }
        boolean asExpected = expected.isEmpty() || statistics.holdsExactly(range.start(), range.stop());
        return asExpected ? ExitCode.OK : ExitCode.INCOMPLETE;
    }
}
