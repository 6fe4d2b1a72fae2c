package pokemon.experiment.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pokemon.directory.OutputFile;
import pokemon.experiment.chart.Axis;
import pokemon.experiment.chart.Chart;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.PictureFiles;
import pokemon.experiment.chart.Series;
import pokemon.experiment.table.Table;
import pokemon.experiment.table.TableFormats;

/** Writes the files of a report. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Draws a chart and drops it. Without fonts that fails now, rather than after minutes of measuring. The JDK cannot
     * load its drawing code while a signal ends the JVM, when the charts of a partial result are still to be drawn.
     *
     * @throws IOException when nothing can be drawn
     */
    public static void prepare() throws IOException {
        Panel lines = sample(Axis.linear("3"), Series.Kind.MEASURED);
        Panel bars = sample(Axis.categories("3", List.of("6")), Series.Kind.BARS);
        Picture picture = new Chart("nothing", "Nothing.", 1, List.of(lines, bars)).picture();
        try {
            PictureFiles.png(picture);
            PictureFiles.svg(picture);
        } catch (LinkageError | InternalError e) {
            throw new IOException("this Java cannot draw: are there fonts and fontconfig? " + e.getMessage(), e);
        }
    }

    private static Panel sample(Axis x, Series.Kind kind) {
        Series.Point point = new Series.Point(0, 1, 1, List.of(1.0, 2.0));
        return new Panel("1", "2", x, Axis.linear("4"), List.of(new Series("5", 0, kind, List.of(point))));
    }

    /**
     * Writes {@code results.json}, {@code results.csv}, {@code results.dat}, each further table, each picture as PNG
     * and SVG, and {@code report.html}. Existing files of these names are replaced atomically. Numbers come first, so
     * that a failure of the pictures cannot cost them. After a failure the other files are still written.
     *
     * @param directory an existing directory
     * @throws IOException the first failure
     */
    public static void write(ExperimentReport report, Path directory) throws IOException {
        Map<String, Content> files = new LinkedHashMap<>();
        files.put("results.json", () -> utf8(JsonReport.text(report)));
        for (Table table : report.tables()) {
            files.put(table.name() + ".csv", () -> utf8(TableFormats.csv(table)));
            files.put(table.name() + ".dat", () -> utf8(TableFormats.dat(table)));
        }
        for (Picture picture : report.pictures()) {
            files.put(picture.name() + ".png", () -> PictureFiles.png(picture));
            files.put(picture.name() + ".svg", () -> PictureFiles.svg(picture));
        }
        files.put("report.html", () -> utf8(HtmlPage.text(report)));
        Optional<IOException> first = Optional.empty();
        for (Map.Entry<String, Content> file : files.entrySet()) {
            try {
                byte[] content = file.getValue().bytes();
                new OutputFile(directory.resolve(file.getKey())).write(out -> out.write(content));
            } catch (IOException e) {
                first = first.or(() -> Optional.of(e));
            } catch (OutOfMemoryError e) {
                first = first.or(() -> Optional.of(new IOException(file.getKey() + ": not enough memory", e)));
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
    }

    @FunctionalInterface
    private interface Content {
        byte[] bytes() throws IOException;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
