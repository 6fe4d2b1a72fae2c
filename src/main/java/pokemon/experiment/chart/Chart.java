package pokemon.experiment.chart;

import java.util.List;

/**
 * A chart as data, which becomes a picture in files and an interactive chart in a page.
 *
 * @param name name of its files, without ending
 * @param caption what it shows, as a sentence
 * @param columns number of panels side by side in the picture
 * @param panels at least one
 */
public record Chart(String name, String caption, int columns, List<Panel> panels) {
    public static Chart of(String name, String caption, Panel panel) {
        return new Chart(name, caption, 1, List.of(panel));
    }

    /** Returns the chart as a picture with a heading for each panel. */
    public Picture picture() {
        return ChartPainter.picture(this);
    }

    /** Returns the picture of one panel without its heading. */
    public Picture body(Panel panel) {
        return ChartPainter.body(this, panel);
    }
}
