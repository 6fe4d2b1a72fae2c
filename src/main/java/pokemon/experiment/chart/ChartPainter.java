package pokemon.experiment.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.AbstractRenderer;
import org.jfree.chart.renderer.category.ScatterRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.statistics.DefaultMultiValueCategoryDataset;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Draws charts by JFreeChart: it draws text as text, and places ticks and error bars as specified. */
final class ChartPainter {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 500;
    private static final Stroke LINE = new BasicStroke(2);
    private static final Stroke ERROR = new BasicStroke(1.5f);
    private static final Stroke HAIR = new BasicStroke(1);
    private static final int MARKER = 8;
    private static final int DOT = 5;

    /** Dots of runs stand this far to the right of the mean, which would hide them. */
    private static final int ASIDE = 9;

    private static final List<Shape> MARKERS = List.of(
            new Ellipse2D.Double(-4, -4, MARKER, MARKER),
            new Rectangle2D.Double(-4, -4, MARKER, MARKER),
            polygon(0, -5, 5, 0, 0, 5, -5, 0),
            polygon(0, -5, 5, 4, -5, 4),
            polygon(0, 5, 5, -4, -5, -4),
            polygon(-5, -2, 5, -2, 5, 2, -5, 2),
            polygon(-2, -5, 2, -5, 2, 5, -2, 5));

    static {
        // The workaround draws text of another direction as outlines.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private final Panel panel;
    private final PanelAxes axes;

    private ChartPainter(Panel panel) {
        this.panel = panel;
        this.axes = new PanelAxes(panel);
    }

    static Picture picture(Chart chart) {
        int columns = Math.min(chart.columns(), chart.panels().size());
        int rows = (chart.panels().size() + columns - 1) / columns;
        return new Picture(
                chart.name(),
                chart.caption(),
                WIDTH * columns,
                HEIGHT * rows,
                (graphics, width, height) -> {
                    for (int i = 0; i < chart.panels().size(); i++) {
                        new ChartPainter(chart.panels().get(i))
                                .paint(graphics, i % columns * WIDTH, i / columns * HEIGHT, HEIGHT, true);
                    }
                },
                Optional.of(chart),
                List.of());
    }

    static Picture body(Chart chart, Panel panel) {
        int height = HEIGHT - 60;
        return new Picture(chart.name(), panel.title(), WIDTH, height, (graphics, width, h) -> new ChartPainter(panel)
                .paint(graphics, 0, 0, height, false));
    }

    private void paint(Graphics2D graphics, int x, int y, int height, boolean heading) {
        JFreeChart chart = new JFreeChart(null, null, panel.isBars() ? bars() : lines(), false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(14, 14, 10, 18));
        if (heading) {
            chart.addSubtitle(text(panel.title(), Charts.TITLE, Charts.INK));
            chart.addSubtitle(text(panel.subtitle(), Charts.TEXT.deriveFont(13f), Charts.GREY));
        }
        if (panel.series().size() > 1) {
            LegendTitle legend = new LegendTitle(chart.getPlot());
            legend.setItemFont(Charts.TEXT);
            legend.setItemPaint(Charts.INK);
            legend.setFrame(BlockBorder.NONE);
            legend.setPosition(RectangleEdge.BOTTOM);
            chart.addSubtitle(legend);
        }
        chart.draw(graphics, new Rectangle2D.Double(x, y, WIDTH, height));
    }

    private static TextTitle text(String text, Font font, Color colour) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(colour);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(0, 4, 5, 4);
        return title;
    }

    private Plot lines() {
        YIntervalSeriesCollection measured = new YIntervalSeriesCollection();
        XYSeriesCollection computed = new XYSeriesCollection();
        XYSeriesCollection runs = new XYSeriesCollection();
        XYErrorRenderer markers = new XYErrorRenderer();
        markers.setDrawXError(false);
        markers.setErrorStroke(ERROR);
        markers.setCapLength(6);
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        for (Series series : panel.series()) {
            if (series.kind() == Series.Kind.MEASURED) {
                int i = measured.getSeriesCount();
                measured.addSeries(intervals(series));
                runs.addSeries(dots(series));
                style(markers, i, series);
                markers.setSeriesLinesVisible(i, true);
                markers.setSeriesStroke(i, LINE);
                styleDots(dots, i, Charts.colour(series.colour()));
                dots.setSeriesShapesFilled(i, false);
            } else {
                int i = computed.getSeriesCount();
                computed.addSeries(line(series));
                style(lines, i, series);
                lines.setSeriesStroke(i, dashes(series.kind() == Series.Kind.DASHED ? 7 : 2));
            }
        }
        XYPlot plot = new XYPlot(measured, axes.x(), axes.y(), markers);
        plot.setDataset(1, computed);
        plot.setRenderer(1, lines);
        plot.setDataset(2, runs);
        plot.setRenderer(2, dots);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinePaint(Charts.GRID);
        plot.setDomainGridlineStroke(HAIR);
        plot.setRangeGridlinePaint(Charts.GRID);
        plot.setRangeGridlineStroke(HAIR);
        return plain(plot);
    }

    private static Plot plain(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        return plot;
    }

    private YIntervalSeries intervals(Series series) {
        YIntervalSeries line = new YIntervalSeries(series.name(), false, true);
        for (Series.Point point : series.points()) {
            double spread = point.hasSpread() ? point.spread() : 0;
            line.add(point.x(), point.y(), Math.max(axes.floor(), point.y() - spread), point.y() + spread);
        }
        return line;
    }

    private static XYSeries line(Series series) {
        XYSeries line = new XYSeries(series.name(), false);
        series.points().forEach(point -> line.add(point.x(), point.y()));
        return line;
    }

    private static XYSeries dots(Series series) {
        XYSeries dots = new XYSeries(series.name());
        series.points().forEach(point -> point.dots().forEach(run -> dots.add(point.x(), run.doubleValue())));
        return dots;
    }

    private static Stroke dashes(float length) {
        return new BasicStroke(1.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {length, 4}, 0);
    }

    private Plot bars() {
        DefaultStatisticalCategoryDataset values = new DefaultStatisticalCategoryDataset();
        DefaultMultiValueCategoryDataset runs = new DefaultMultiValueCategoryDataset();
        StatisticalBarRenderer renderer = new StatisticalBarRenderer();
        renderer.setErrorIndicatorPaint(Charts.INK);
        renderer.setErrorIndicatorStroke(ERROR);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setMaximumBarWidth(0.1);
        renderer.setItemMargin(0.08);
        ScatterRenderer dots = new ScatterRenderer();
        dots.setDrawOutlines(true);
        dots.setUseSeriesOffset(true);
        dots.setItemMargin(0.08);
        for (int i = 0; i < panel.series().size(); i++) {
            Series series = panel.series().get(i);
            for (Series.Point point : series.points()) {
                String category = panel.x().categories().get((int) point.x());
                Double spread = point.hasSpread() ? point.spread() : null;
                values.add(Double.valueOf(point.y()), spread, series.name(), category);
                runs.add(point.dots(), series.name(), category);
            }
            Color colour = Charts.colour(series.colour());
            style(renderer, i, series);
            // Translucent, so that error bars and dots show on every colour.
            renderer.setSeriesPaint(i, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 150));
            renderer.setSeriesOutlinePaint(i, colour);
            styleDots(dots, i, Charts.INK);
            dots.setSeriesShapesFilled(i, false);
        }
        CategoryAxis names = new CategoryAxis();
        PanelAxes.style(names, panel.x().title());
        names.setMaximumCategoryLabelLines(3);
        names.setTickMarksVisible(false);
        CategoryPlot plot = new CategoryPlot(values, names, axes.y(), renderer);
        plot.setDataset(1, runs);
        plot.setRenderer(1, dots);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinePaint(Charts.GRID);
        plot.setRangeGridlineStroke(HAIR);
        return plain(plot);
    }

    private static void style(AbstractRenderer renderer, int i, Series series) {
        renderer.setSeriesPaint(i, Charts.colour(series.colour()));
        renderer.setSeriesShape(i, MARKERS.get(Math.min(series.colour(), MARKERS.size() - 1)));
    }

    private static void styleDots(AbstractRenderer renderer, int i, Color colour) {
        renderer.setSeriesPaint(i, colour);
        renderer.setSeriesShape(i, new Ellipse2D.Double(ASIDE - DOT / 2.0, -DOT / 2.0, DOT, DOT));
        renderer.setSeriesVisibleInLegend(i, false);
    }

    private static Shape polygon(int... places) {
        Polygon polygon = new Polygon();
        for (int i = 0; i < places.length; i += 2) {
            polygon.addPoint(places[i], places[i + 1]);
        }
        return polygon;
    }
}
