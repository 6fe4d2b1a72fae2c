package pokemon.experiment.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.PictureFiles;
import pokemon.report.Host;

/** The report as one self-contained page, with its pictures as embedded SVG. */
final class HtmlPage {
    private final StringBuilder text = new StringBuilder();

    private HtmlPage() {}

    static String text(ExperimentReport report) throws IOException {
        HtmlPage page = new HtmlPage();
        page.head(report);
        page.list("Findings", "findings", report.conclusions().findings());
        page.list("Warnings", "warnings", report.conclusions().warnings());
        if (!report.pictures().isEmpty()) {
            page.add("<h2>Pictures</h2>\n");
        }
        for (Picture picture : report.pictures()) {
            page.figure(picture);
        }
        report.tables().forEach(page::table);
        report.listings().forEach(page::listing);
        page.parameters(report);
        return page.add("</body>\n</html>\n").text.toString();
    }

    private HtmlPage add(String html) {
        text.append(html);
        return this;
    }

    private void head(ExperimentReport report) throws IOException {
        String title = escape(report.heading().title());
        add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        add("<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n");
        add("<style>\n" + style() + "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n");
        add("<p class=\"question\">" + escape(report.heading().question()) + "</p>\n");
    }

    private static String style() throws IOException {
        try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void list(String title, String kind, List<String> sentences) {
        if (!sentences.isEmpty()) {
            add("<h2>" + title + "</h2>\n<ul class=\"" + kind + "\">\n");
            sentences.forEach(sentence -> add("<li>" + escape(sentence) + "</li>\n"));
            add("</ul>\n");
        }
    }

    /** An {@code img} element rather than inline SVG keeps the ids of one picture apart from those of another. */
    private void figure(Picture picture) throws IOException {
        String data = Base64.getEncoder().encodeToString(PictureFiles.svg(picture));
        add("<figure>\n<img width=\"" + picture.width() + "\" src=\"data:image/svg+xml;base64," + data + "\" alt=\""
                + escape(picture.caption()) + "\">\n<figcaption>" + escape(picture.caption())
                + "</figcaption>\n</figure>\n");
    }

    private void table(Table table) {
        add("<h2>" + escape(table.title()) + "</h2>\n");
        boolean folded = table.rows().size() > ReportText.MAX_ROWS;
        add(folded ? "<details><summary>" + table.rows().size() + " rows</summary>\n" : "");
        add("<div class=\"scroll\"><table>\n<thead><tr>");
        for (int column = 0; column < table.columns().size(); column++) {
            add(cell(table, column, "th", table.columns().get(column).heading()));
        }
        add("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < table.rows().size(); row++) {
            add(table.beginsGroup(row) ? "<tr class=\"group\">" : "<tr>");
            for (int column = 0; column < table.columns().size(); column++) {
                add(cell(table, column, "td", table.shown(row, column)));
            }
            add("</tr>\n");
        }
        add("</tbody>\n</table></div>\n" + (folded ? "</details>\n" : ""));
    }

    private static String cell(Table table, int column, String tag, String content) {
        String kind = TableFormats.isText(table, column) ? " class=\"text\"" : "";
        return "<" + tag + kind + ">" + escape(content) + "</" + tag + ">";
    }

    private void listing(ExperimentReport.Listing listing) {
        add("<h2>" + escape(listing.title()) + "</h2>\n<pre>"
                + listing.lines().stream().map(HtmlPage::escape).collect(Collectors.joining("\n")) + "</pre>\n");
    }

    private void parameters(ExperimentReport report) {
        RunMetadata metadata = report.metadata();
        add("<h2>How it was measured</h2>\n<p class=\"meta\"><code>" + escape(metadata.commandLine())
                + "</code><br>\n");
        Host host = metadata.host();
        String place = "pokemon " + metadata.version() + ", started at " + metadata.startedAt() + " on " + host.name()
                + ": " + host.cores() + " cores, " + host.arch() + ", " + host.os() + ", " + host.jvm() + "; "
                + metadata.platform().text();
        add(escape(place) + "</p>\n<table>\n");
        for (Map.Entry<String, Object> entry : report.parameters().entrySet()) {
            add("<tr><th class=\"text\">" + escape(entry.getKey()) + "</th><td class=\"text\">"
                    + escape(ReportText.value(entry.getValue())) + "</td></tr>\n");
        }
        add("</table>\n");
    }

    private static String escape(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
