package pokemon.experiment.report;

import static pokemon.directory.UntrustedText.inHtml;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pokemon.directory.Resource;
import pokemon.directory.UntrustedText;
import pokemon.experiment.chart.Chart;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.PictureFiles;
import pokemon.experiment.chart.Series;
import pokemon.experiment.table.Figures;
import pokemon.experiment.table.Table;
import pokemon.experiment.table.TableFormats;
import pokemon.report.Host;

/**
 * The report as one self-contained page. Pictures are SVG elements in the colours of the page; a script replaces each
 * picture that has data by an interactive chart.
 */
final class HtmlPage {
    /** Findings at the top; the rest follows under a heading of its own. */
    private static final int IN_SHORT = 3;

    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    /** Names a file that the page does not have. */
    private static final Pattern SOURCE_MAP = Pattern.compile("\n//# sourceMappingURL=.*");

    private final StringBuilder text = new StringBuilder();

    private HtmlPage() {}

    static String text(ExperimentReport report) throws IOException {
        HtmlPage page = new HtmlPage();
        page.head(report);
        List<String> findings = report.conclusions().findings();
        page.warnings(report.conclusions().warnings());
        page.list("In short", findings.stream().limit(IN_SHORT).toList());
        page.list("More findings", findings.stream().skip(IN_SHORT).toList());
        page.add(report.pictures().isEmpty() ? "" : "<h2>Pictures</h2>\n");
        for (Picture picture : report.pictures()) {
            page.figure(picture);
        }
        report.tables().stream().filter(table -> !table.filesOnly()).forEach(page::table);
        report.listings().forEach(page::listing);
        page.parameters(report);
        if (report.pictures().stream().anyMatch(picture -> picture.chart().isPresent())) {
            page.add("<script>\n"
                    + SOURCE_MAP
                            .matcher(Resource.text(HtmlPage.class, CHART_LIBRARY))
                            .replaceFirst("") + "\n</script>\n");
            page.add("<script>\n" + Resource.text(HtmlPage.class, "report.js") + "</script>\n");
        }
        return page.add("</body>\n</html>\n").text.toString();
    }

    private HtmlPage add(String html) {
        text.append(html);
        return this;
    }

    private void head(ExperimentReport report) throws IOException {
        String title = inHtml(report.heading().title());
        add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        add("<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n");
        add("<style>\n" + Resource.text(HtmlPage.class, "report.css") + "</style>\n</head>\n<body>\n<h1>" + title
                + "</h1>\n");
        add("<p class=\"question\">" + inHtml(report.heading().question()) + "</p>\n");
    }

    private void warnings(List<String> sentences) {
        if (!sentences.isEmpty()) {
            add("<aside class=\"warnings\">\n<strong>Read this first: what makes the numbers doubtful</strong>\n");
            sentences(sentences);
            add("</aside>\n");
        }
    }

    private void list(String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            add("<h2>" + title + "</h2>\n<div class=\"findings\">\n");
            sentences(sentences);
            add("</div>\n");
        }
    }

    private void sentences(List<String> sentences) {
        add("<ul>\n");
        sentences.forEach(sentence -> add("<li>" + inHtml(sentence) + "</li>\n"));
        add("</ul>\n");
    }

    private void figure(Picture picture) throws IOException {
        add("<figure id=\"" + inHtml(picture.name()) + "\">\n");
        if (picture.chart().isPresent()) {
            Chart chart = picture.chart().get();
            add("<div class=\"panels\">\n");
            for (int i = 0; i < chart.panels().size(); i++) {
                panel(chart, chart.panels().get(i), picture.name() + "-" + (i + 1));
            }
            add("</div>\n");
        } else {
            add("<div class=\"scroll\">" + PictureFiles.inline(picture, picture.name()) + "</div>\n");
        }
        add("<figcaption>" + inHtml(picture.caption()) + "</figcaption>\n</figure>\n");
    }

    private void panel(Chart chart, Panel panel, String id) throws IOException {
        add("<section class=\"panel\">\n<h3>" + inHtml(panel.title()) + "</h3>\n");
        add("<p class=\"subtitle\">" + inHtml(panel.subtitle()) + "</p>\n");
        add("<div class=\"scroll static\">" + PictureFiles.inline(chart.body(panel), id) + "</div>\n");
        add("<script type=\"application/json\">" + JsonReport.inline(panel) + "</script>\n");
        add("<details>\n<summary>Values as a table</summary>\n<div class=\"scroll\"><table>\n<thead><tr>");
        add("<th class=\"text\">series</th><th>" + inHtml(panel.x().title()) + "</th><th>"
                + inHtml(panel.y().title())
                + "</th><th>standard deviation</th><th class=\"text\">runs</th></tr></thead>\n<tbody>\n");
        for (Series series : panel.series()) {
            for (Series.Point point : series.points()) {
                String x = panel.isBars() ? panel.x().categories().get((int) point.x()) : number(point.x());
                String runs = point.runs().size() < 2
                        ? ""
                        : point.runs().stream().map(HtmlPage::number).collect(Collectors.joining(", "));
                add("<tr><td class=\"text\">" + inHtml(series.name()) + "</td><td>" + inHtml(x) + "</td><td>"
                        + number(point.y()) + "</td><td>" + number(point.spread()) + "</td><td class=\"text\">" + runs
                        + "</td></tr>\n");
            }
        }
        add("</tbody>\n</table></div>\n</details>\n</section>\n");
    }

    /** Returns a number with the digits that a chart shows. */
    private static String number(double value) {
        return Double.isFinite(value) ? Figures.brief(value).toPlainString() : "-";
    }

    private void table(Table table) {
        add("<h2>" + inHtml(table.title()) + "</h2>\n");
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
        return "<" + tag + kind + ">" + inHtml(content) + "</" + tag + ">";
    }

    private void listing(ExperimentReport.Listing listing) {
        add("<h2>" + inHtml(listing.title()) + "</h2>\n<pre>"
                + listing.lines().stream().map(UntrustedText::inHtml).collect(Collectors.joining("\n")) + "</pre>\n");
    }

    private void parameters(ExperimentReport report) {
        RunMetadata metadata = report.metadata();
        add("<h2>How it was measured</h2>\n<p class=\"meta\"><code>" + inHtml(metadata.commandLine())
                + "</code><br>\n");
        Host host = metadata.host();
        String place = "pokemon " + metadata.version() + ", started at "
                + metadata.startedAt().truncatedTo(ChronoUnit.SECONDS) + " on " + host.name() + ": " + host.cores()
                + " cores, " + host.arch() + ", " + host.os() + ", " + host.jvm() + "; "
                + metadata.platform().text();
        add(inHtml(place) + "</p>\n<table class=\"parameters\">\n");
        for (Map.Entry<String, Object> entry : report.parameters().entrySet()) {
            add("<tr><th class=\"text\">" + inHtml(entry.getKey()) + "</th><td class=\"text\">"
                    + inHtml(ReportText.value(entry.getValue())) + "</td></tr>\n");
        }
        add("</table>\n");
    }
}
