package pokemon.experiment.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The one style of all charts. */
public final class Charts {
    /** Colours that people with any kind of colour vision tell apart (Okabe and Ito, 2008), darkest first. */
    public static final List<Color> PALETTE = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000));

    /** For what is computed and not measured, such as an ideal. */
    public static final Color GREY = new Color(0x777777);

    static final int WIDTH = 860;
    static final int HEIGHT = 500;

    /** For the title of a chart. */
    public static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);

    /** For axes and legends. */
    public static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    /** For text inside a drawing. */
    public static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS,
        SeriesMarkers.PLUS
    };
    private static final BasicStroke LINE = new BasicStroke(2);
    private static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 5}, 0);

    private Charts() {}

    /** Returns an empty chart of lines; the titles of the axes name the unit. */
    public static XYChart lines(String title, String xAxis, String yAxis) {
        XYChart chart = new XYChart(WIDTH, HEIGHT);
        style(chart, title, xAxis, yAxis);
        chart.getStyler().setSeriesMarkers(MARKERS);
        return chart;
    }

    /** Returns an empty chart of bars; the titles of the axes name the unit. */
    public static CategoryChart bars(String title, String xAxis, String yAxis) {
        CategoryChart chart = new CategoryChart(WIDTH, HEIGHT);
        style(chart, title, xAxis, yAxis);
        chart.getStyler().setAvailableSpaceFill(0.75);
        return chart;
    }

    private static void style(AxesChart<? extends AxesChartStyler, ?> chart, String title, String xAxis, String yAxis) {
        chart.setTitle(title);
        chart.setXAxisTitle(xAxis);
        chart.setYAxisTitle(yAxis);
        AxesChartStyler styler = chart.getStyler();
        styler.setChartTitleFont(TITLE)
                .setSeriesColors(PALETTE.toArray(Color[]::new))
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartTitleBoxVisible(false)
                .setChartPadding(14)
                .setLegendFont(TEXT)
                .setLegendPadding(14)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setMarkerSize(8);
        styler.setAxisTitleFont(TEXT)
                .setAxisTickLabelsFont(TEXT)
                .setPlotGridLinesColor(new Color(0xDDDDDD))
                .setYAxisMin(0.0)
                .setErrorBarsColorSeriesColor(true)
                .setLocale(Locale.ROOT);
    }

    /**
     * Adds a line of measured points with their spread as error bars; an unknown spread has none.
     *
     * @param style the number of its colour and marker, the same for the same thing in all charts, from 0
     */
    public static void measured(XYChart chart, String name, int style, double[] x, double[] y, double[] spread) {
        double[] bars = Arrays.stream(spread).map(Charts::errorBar).toArray();
        XYSeries series = chart.addSeries(name, x, y, bars);
        series.setLineStyle(LINE);
        series.setLineColor(PALETTE.get(style));
        series.setMarkerColor(PALETTE.get(style));
        series.setMarker(MARKERS[style]);
    }

    private static double errorBar(double spread) {
        return Double.isNaN(spread) ? 0 : spread;
    }

    /** Adds bars with their spread as error bars; an unknown spread has none. */
    public static void measured(
            CategoryChart chart, String name, List<?> categories, List<Double> heights, List<Double> spread) {
        chart.addSeries(
                name, categories, heights, spread.stream().map(Charts::errorBar).toList());
    }

    /** Adds a line of measured points without spread, in the next colour. */
    public static void measured(XYChart chart, String name, double[] x, double[] y) {
        chart.addSeries(name, x, y).setLineStyle(LINE);
    }

    /** Adds a dashed line without markers, for computed values. */
    public static void computed(XYChart chart, String name, double[] x, double[] y, Color colour) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineStyle(DASHED);
        series.setLineColor(colour);
        series.setMarker(SeriesMarkers.NONE);
    }

    /** Labels the x axis at whole numbers only. */
    public static void wholeNumbers(XYChart chart, int max) {
        chart.getStyler().setXAxisMin(0.5).setXAxisMax(max + 0.5).setXAxisDecimalPattern("#");
        chart.getStyler().setXAxisMaxLabelCount(max + 2);
    }

    /** Makes a picture of a chart. */
    public static Picture picture(String name, String caption, Chart<?, ?> chart) {
        return new Picture(name, caption, chart.getWidth(), chart.getHeight(), chart::paint);
    }

    /** Arranges pictures of equal size in rows. */
    public static Picture panels(String name, String caption, int columns, List<Picture> pictures) {
        int width = pictures.get(0).width();
        int height = pictures.get(0).height();
        int rows = (pictures.size() + columns - 1) / columns;
        return new Picture(name, caption, width * columns, height * rows, (graphics, w, h) -> {
            for (int i = 0; i < pictures.size(); i++) {
                int x = i % columns * width;
                int y = i / columns * height;
                graphics.translate(x, y);
                pictures.get(i).painter().paint(graphics, width, height);
                graphics.translate(-x, -y);
            }
        });
    }
}
