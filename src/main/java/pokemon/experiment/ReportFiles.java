package pokemon.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what an experiment leaves into a directory. */
public final class ReportFiles {
    private ReportFiles() {}

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
