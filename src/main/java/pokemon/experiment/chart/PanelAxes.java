package pokemon.experiment.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The axes of a panel, with the range that its values need. */
record PanelAxes(Panel panel) {
    /** More labels than this on one axis are hard to read. */
    private static final int MAX_TICKS = 9;

    /** The lowest value that can be drawn: on an axis of equal factors, less than any mean. */
    double floor() {
        return isLog(panel.y()) ? means().min().orElse(1) / 2 : Double.NEGATIVE_INFINITY;
    }

    private DoubleStream means() {
        return panel.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(Series.Point::y)
                .filter(Double::isFinite);
    }

    private static boolean isLog(Axis axis) {
        return axis.scale() == Axis.Scale.LOG2 || axis.scale() == Axis.Scale.LOG10;
    }

    ValueAxis x() {
        DoubleStream.Builder x = DoubleStream.builder();
        panel.series().forEach(series -> series.points().forEach(point -> x.add(point.x())));
        double[] sorted = x.build().sorted().toArray();
        double low = sorted.length == 0 ? 1 : sorted[0];
        double high = sorted.length == 0 ? 1 : sorted[sorted.length - 1];
        return isLog(panel.x()) ? axis(panel.x(), low / 1.15, high * 1.15) : axis(panel.x(), low - 0.5, high + 0.5);
    }

    ValueAxis y() {
        double high = panel.series().stream()
                .flatMap(series -> series.points().stream())
                .flatMapToDouble(point -> DoubleStream.concat(
                        DoubleStream.of(point.y() + (point.hasSpread() ? point.spread() : 0)),
                        point.dots().stream().mapToDouble(Double::doubleValue)))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        ValueAxis made = isLog(panel.y())
                ? axis(panel.y(), floor(), high * 1.3)
                : axis(panel.y(), 0, high > 0 ? high * 1.06 : 1);
        // Room around each label, so that there are fewer of them.
        made.setTickLabelInsets(new RectangleInsets(12, 4, 12, 4));
        return made;
    }

    private static ValueAxis axis(Axis axis, double low, double high) {
        NumberAxis linear = new NumberAxis();
        ValueAxis made = isLog(axis) ? new LabelledLogAxis(axis.scale()) : linear;
        linear.setStandardTickUnits(
                axis.scale() == Axis.Scale.WHOLE
                        ? NumberAxis.createIntegerTickUnits()
                        : NumberAxis.createStandardTickUnits(Locale.ROOT));
        style(made, axis.title());
        made.setRange(low, high);
        return made;
    }

    static void style(org.jfree.chart.axis.Axis axis, String title) {
        axis.setLabel(title);
        axis.setLabelFont(Charts.TEXT);
        axis.setLabelPaint(Charts.INK);
        axis.setTickLabelFont(Charts.TEXT);
        axis.setTickLabelPaint(Charts.INK);
        axis.setAxisLinePaint(Charts.GREY);
        axis.setTickMarkPaint(Charts.GREY);
    }

    /**
     * Returns where an axis of equal factors is labelled.
     *
     * @param low more than 0
     * @param high more than {@code low}
     */
    static List<Double> ticks(Axis.Scale scale, double low, double high) {
        if (scale == Axis.Scale.LOG2) {
            return powers(2, low, high);
        }
        List<Double> fine = new ArrayList<>();
        for (int exponent = exponent(10, low); exponent <= exponent(10, high); exponent++) {
            for (int factor : new int[] {1, 2, 5}) {
                double value = exponent < 0 ? factor / Math.pow(10, -exponent) : factor * Math.pow(10, exponent);
                if (value >= low && value <= high) {
                    fine.add(value);
                }
            }
        }
        return fine.size() <= MAX_TICKS ? fine : powers(10, low, high);
    }

    private static int exponent(int base, double value) {
        return (int) Math.floor(Math.log(value) / Math.log(base));
    }

    private static List<Double> powers(int base, double low, double high) {
        int first = exponent(base, low);
        int last = exponent(base, high);
        int step = (last - first) / MAX_TICKS + 1;
        List<Double> powers = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += step) {
            double value = exponent < 0 ? 1 / Math.pow(base, -exponent) : Math.pow(base, exponent);
            if (value >= low && value <= high) {
                powers.add(value);
            }
        }
        return powers;
    }

    /** An axis of equal factors with our ticks. */
    private static final class LabelledLogAxis extends LogAxis {
        private static final long serialVersionUID = 1;

        private final Axis.Scale scale;

        LabelledLogAxis(Axis.Scale scale) {
            this.scale = scale;
            setTickUnit(new NumberTickUnit(1));
        }

        private List<NumberTick> ticks(TextAnchor anchor) {
            DecimalFormat format = new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
            return PanelAxes.ticks(scale, getLowerBound(), getUpperBound()).stream()
                    .map(value -> new NumberTick(value, format.format(value), anchor, TextAnchor.CENTER, 0))
                    .toList();
        }

        @Override
        protected List<NumberTick> refreshTicksHorizontal(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
            return ticks(TextAnchor.TOP_CENTER);
        }

        @Override
        protected List<NumberTick> refreshTicksVertical(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
            return ticks(TextAnchor.CENTER_RIGHT);
        }
    }
}
