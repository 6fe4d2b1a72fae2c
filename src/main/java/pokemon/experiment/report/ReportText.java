package pokemon.experiment.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pokemon.experiment.table.Figures;
import pokemon.experiment.table.Table;
import pokemon.experiment.table.TableFormats;

/** The report as lines for a terminal. */
public final class ReportText {
    /** A longer table, except the first, is only in the files. */
    static final int MAX_ROWS = 60;

    private ReportText() {}

    /** Returns the lines: the tables, the listings, the warnings, the findings. */
    public static List<String> lines(ExperimentReport report) {
        List<String> lines = new ArrayList<>();
        report.tables().stream()
                .filter(table -> !table.filesOnly())
                .forEach(table -> section(lines, table.title(), content(report, table)));
        report.listings().forEach(listing -> section(lines, listing.title(), listing.lines()));
        // Before the findings that they weaken.
        section(lines, "Warnings", bullets(report.conclusions().warnings()));
        section(lines, "Findings", bullets(report.conclusions().findings()));
        return lines;
    }

    private static List<String> content(ExperimentReport report, Table table) {
        boolean shown =
                table.rows().size() <= MAX_ROWS || table.equals(report.tables().get(0));
        return shown ? TableFormats.aligned(table) : List.of(table.rows().size() + " rows in " + table.name() + ".csv");
    }

    private static void section(List<String> lines, String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add(title);
            lines.addAll(content);
            lines.add("");
        }
    }

    private static List<String> bullets(List<String> sentences) {
        return sentences.stream().map(sentence -> "- " + sentence).toList();
    }

    /** Returns the value of a parameter for people. */
    static String value(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ReportText::value).collect(Collectors.joining(", "));
        }
        return Figures.plain(value, "-");
    }
}
