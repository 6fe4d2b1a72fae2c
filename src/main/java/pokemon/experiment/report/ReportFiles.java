package pokemon.experiment.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.XYChart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.PictureFiles;

/** Writes what an experiment leaves into a directory. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Draws something and drops it. Without fonts that fails, better now than after minutes of measuring; and the JDK
     * cannot set its drawing up any more once a signal is ending the JVM, when what was measured is to be drawn.
     *
     * @throws IOException when nothing can be drawn
     */
    public static void prepare() throws IOException {
        XYChart chart = Charts.lines("1", "2", "3");
        Charts.measured(chart, "4", new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 1});
        Picture picture = Charts.picture("nothing", "Nothing.", chart);
        try {
            PictureFiles.png(picture);
            PictureFiles.svg(picture);
        } catch (LinkageError | InternalError e) {
            throw new IOException("this Java cannot draw: are there fonts and fontconfig? " + e.getMessage(), e);
        }
    }

    /**
     * Writes {@code results.json}, {@code results.csv}, {@code results.dat}, each further table, each picture as PNG
     * and SVG, and {@code report.html}; files of these names are replaced. Numbers come first, so that they are safe
     * whatever happens to the pictures.
     *
     * @param directory an existing directory
     * @throws IOException when a file cannot be written
     */
    public static void write(ExperimentReport report, Path directory) throws IOException {
        Files.writeString(directory.resolve("results.json"), JsonReport.text(report));
        for (Table table : report.tables()) {
            Files.writeString(directory.resolve(table.name() + ".csv"), TableFiles.csv(table));
            Files.writeString(directory.resolve(table.name() + ".dat"), TableFiles.dat(table));
        }
        for (Picture picture : report.pictures()) {
            Files.write(directory.resolve(picture.name() + ".png"), PictureFiles.png(picture));
            Files.write(directory.resolve(picture.name() + ".svg"), PictureFiles.svg(picture));
        }
        Files.writeString(directory.resolve("report.html"), HtmlPage.text(report));
    }
}
