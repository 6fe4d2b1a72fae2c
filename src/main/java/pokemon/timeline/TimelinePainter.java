package pokemon.timeline;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import pokemon.timeline.Timeline.Bar;
import pokemon.timeline.Timeline.Lane;
import pokemon.timeline.Timeline.Mark;

/** Timelines as a drawing: one below the other on the same scale, with a heading and a legend. */
public final class TimelinePainter {
    private static final int WIDTH = 1100;
    private static final int LEFT = 46;
    private static final int RIGHT = 24;
    private static final int TOP = 70;

    /** The height of a timeline besides its lanes. */
    private static final int FRAME = 84;

    /** The height above its first lane. */
    private static final int HEAD = 46;

    private static final int AXIS_TITLE = 24;
    private static final int LEGEND_LINE = 22;
    private static final int TICKS = 10;

    private static final Color INK = new Color(0x222222);
    private static final Color LINE = new Color(0xDDDDDD);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    /** The same for all canvases, so that all show the same ids. */
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private final String title;
    private final String subtitle;
    private final List<Timeline> timelines;
    private final double seconds;
    private final Set<Activity> activities;

    /** Makes a drawing of at least one timeline; the subtitle says what was run, and where. */
    public TimelinePainter(String title, String subtitle, List<Timeline> timelines) {
        this.title = title;
        this.subtitle = subtitle;
        this.timelines = List.copyOf(timelines);
        this.seconds = timelines.stream().mapToDouble(Timeline::seconds).max().orElseThrow();
        this.activities = Timeline.activities(timelines);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return TOP + timelines.stream().mapToInt(TimelinePainter::height).sum() + AXIS_TITLE + 2 * LEGEND_LINE;
    }

    private static int height(Timeline timeline) {
        return FRAME + timeline.lanes().size() * Row.HEIGHT;
    }

    /** Draws from 0, 0 to width, height. */
    public void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width(), height());
        text(graphics, TITLE, INK, title, LEFT, 28);
        text(graphics, TEXT, INK, subtitle, LEFT, 50);
        int top = TOP;
        for (Timeline timeline : timelines) {
            paint(graphics, timeline, top);
            top += height(timeline);
        }
        String axis = "time since the start of the run [s]";
        text(graphics, TEXT, INK, axis, (LEFT + WIDTH - RIGHT - width(TEXT, axis)) / 2, top + 8);
        legend(graphics, top + AXIS_TITLE);
    }

    /** Passes on the place of each bar in the drawing and what it is, in the order of drawing. */
    public void describe(BiConsumer<Rectangle2D, String> visitor) {
        int top = TOP;
        for (Timeline timeline : timelines) {
            for (int i = 0; i < timeline.lanes().size(); i++) {
                int y = top + HEAD + i * Row.HEIGHT;
                for (Bar bar : timeline.lanes().get(i).bars()) {
                    visitor.accept(
                            new Rectangle2D.Double(x(bar.begin()), y, x(bar.end()) - x(bar.begin()), Row.BAR),
                            bar.about());
                }
            }
            top += height(timeline);
        }
    }

    private void paint(Graphics2D graphics, Timeline timeline, int top) {
        text(graphics, TEXT, INK, timeline.title(), LEFT, top + 18);
        int first = top + HEAD;
        int bottom = first + timeline.lanes().size() * Row.HEIGHT;
        axis(graphics, first, bottom);
        for (int i = 0; i < timeline.lanes().size(); i++) {
            Lane lane = timeline.lanes().get(i);
            int y = first + i * Row.HEIGHT;
            text(graphics, TEXT, INK, lane.name(), LEFT - 8 - width(TEXT, lane.name()), y + Row.BAR - 5);
            graphics.setColor(new Color(Activity.IDLE.light()));
            graphics.fill(new Rectangle2D.Double(LEFT, y, x(timeline.seconds()) - LEFT, Row.BAR));
            lane.bars().forEach(bar -> paint(graphics, bar, y));
        }
        for (int i = 0; i < timeline.marks().size(); i++) {
            mark(graphics, timeline.marks().get(i), first, bottom, i > 0);
        }
    }

    private double x(double time) {
        return LEFT + time / seconds * (WIDTH - LEFT - RIGHT);
    }

    private void paint(Graphics2D graphics, Bar bar, int y) {
        double width = x(bar.end()) - x(bar.begin());
        for (Row.Box box : Row.boxes(bar)) {
            // The outermost part of a bar leaves a gap to its neighbour.
            double gap = box.end() == bar.end() ? 0.75 : 0;
            graphics.setColor(new Color(box.activity().light()));
            graphics.fill(new Rectangle2D.Double(
                    x(box.begin()), y + box.top(), Math.max(0.5, x(box.end()) - x(box.begin()) - gap), box.height()));
        }
        double text = width(SMALL, bar.label());
        if (text + 2 <= width) {
            text(graphics, SMALL, Color.WHITE, bar.label(), x(bar.begin()) + (width - text) / 2, y + Row.TEXT);
        }
    }

    private void mark(Graphics2D graphics, Mark mark, int top, int bottom, boolean toTheLeft) {
        double x = x(mark.seconds());
        graphics.setColor(INK);
        graphics.draw(new Line2D.Double(x, top - 16.0, x, bottom + 2.0));
        double left = toTheLeft ? x - 4 - width(SMALL, mark.name()) : x + 4;
        text(graphics, SMALL, INK, mark.name(), left, top - 7);
    }

    private void axis(Graphics2D graphics, int top, int bottom) {
        graphics.setStroke(new BasicStroke(1));
        double step = Timeline.step(seconds / TICKS);
        for (int i = 0; i * step <= seconds; i++) {
            double x = x(i * step);
            graphics.setColor(LINE);
            graphics.draw(new Line2D.Double(x, top - 4.0, x, bottom + 4.0));
            String label = Timeline.tick(i * step, step);
            text(graphics, TEXT, INK, label, x - width(TEXT, label) / 2, bottom + 18);
        }
    }

    private void legend(Graphics2D graphics, int top) {
        double x = LEFT;
        int y = top;
        for (Activity activity : activities) {
            String words = activity.label();
            double width = 20 + width(TEXT, words);
            if (x + width > WIDTH - RIGHT) {
                x = LEFT;
                y += LEGEND_LINE;
            }
            graphics.setColor(new Color(activity.light()));
            graphics.fill(new Rectangle2D.Double(x, y, 14, 12));
            text(graphics, TEXT, INK, words, x + 20, y + 11);
            x += width + 18;
        }
    }

    private static double width(Font font, String text) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, METRICS).getWidth();
    }

    private static void text(Graphics2D graphics, Font font, Color colour, String text, double x, double y) {
        if (!text.isEmpty()) {
            graphics.setFont(font);
            graphics.setColor(colour);
            graphics.drawString(text, (float) x, (float) y);
        }
    }
}
