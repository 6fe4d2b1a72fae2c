package pokemon.experiment.load;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import pokemon.directory.ImageName;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.report.Figures;
import pokemon.schedule.run.IdResult;

/** The activity of workers over time: a row for each worker, a bar with its id for each image. */
final class TimelineChart {
    private static final int WIDTH = 1100;
    private static final int LEFT = 92;
    private static final int RIGHT = 24;
    private static final int HEAD = 46;
    private static final int FOOT = 62;
    private static final int ROW = 26;
    private static final int GAP = 5;
    private static final Color IDLE = new Color(0xECECEC);
    private static final Color INK = new Color(0x222222);
    private static final Color FAILED = Charts.PALETTE.get(3);

    /** The same for PNG and SVG, so that both show the same ids. */
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private final Graphics2D graphics;
    private final double seconds;

    private TimelineChart(Graphics2D graphics, double seconds) {
        this.graphics = graphics;
        this.seconds = seconds;
    }

    /** Returns the activity of each run, one below the other on the same scale. */
    static Picture picture(List<LoadRun> runs) {
        double seconds = runs.stream().mapToDouble(LoadRun::seconds).max().orElseThrow();
        int height = runs.stream().mapToInt(TimelineChart::height).sum();
        return new Picture(
                "timeline",
                "The activity over time: a lane for each worker, a bar with its id for each image, grey where a worker"
                        + " is idle.",
                WIDTH,
                height,
                (graphics, w, h) -> {
                    graphics.setColor(Color.WHITE);
                    graphics.fillRect(0, 0, w, h);
                    int top = 0;
                    for (LoadRun run : runs) {
                        new TimelineChart(graphics, seconds).run(run, top);
                        top += height(run);
                    }
                });
    }

    private static int height(LoadRun run) {
        return HEAD + run.report().workers().size() * ROW + FOOT;
    }

    private double x(double time) {
        return LEFT + time / seconds * (WIDTH - LEFT - RIGHT);
    }

    private void run(LoadRun run, int top) {
        int workers = run.report().workers().size();
        graphics.setFont(Charts.TITLE);
        graphics.setColor(INK);
        graphics.drawString(
                Figures.text(
                        "Activity of %s, %s: %s",
                        run.trial().kind().count(workers), run.schedule(), Figures.seconds(run.seconds())),
                LEFT,
                top + 28);
        axis(top + HEAD, top + HEAD + workers * ROW);
        for (int worker = 0; worker < workers; worker++) {
            int y = top + HEAD + worker * ROW;
            graphics.setFont(Charts.TEXT);
            graphics.setColor(INK);
            graphics.drawString("worker " + worker, 10, y + ROW - GAP - 4);
            graphics.setColor(IDLE);
            graphics.fill(new Rectangle2D.Double(LEFT, y, x(run.seconds()) - LEFT, ROW - GAP));
            for (IdResult image : run.images(worker)) {
                bar(image, y, image.status() == IdResult.Status.FAILED ? FAILED : LoadCharts.colour(run));
            }
        }
    }

    private void bar(IdResult image, int y, Color colour) {
        double begin = x(LoadRun.begin(image));
        double width = Math.max(0.5, x(LoadRun.end(image)) - begin);
        graphics.setColor(colour);
        // A gap between neighbours.
        graphics.fill(new Rectangle2D.Double(begin, y, Math.max(0.5, width - 0.75), ROW - GAP));
        String id = ImageName.digits(image.id());
        double text = Charts.SMALL.getStringBounds(id, METRICS).getWidth();
        if (text + 2 <= width) {
            graphics.setFont(Charts.SMALL);
            graphics.setColor(Color.WHITE);
            graphics.drawString(id, (float) (begin + (width - text) / 2), y + ROW - GAP - 6f);
        }
    }

    private void axis(int top, int bottom) {
        graphics.setFont(Charts.TEXT);
        graphics.setStroke(new BasicStroke(1));
        double step = step(seconds / 10);
        for (int i = 0; i * step <= seconds; i++) {
            double x = x(i * step);
            graphics.setColor(new Color(0xDDDDDD));
            graphics.draw(new Line2D.Double(x, top - 4.0, x, bottom + 4.0));
            graphics.setColor(INK);
            String label = Figures.exact(i * step).toPlainString();
            double width = Charts.TEXT.getStringBounds(label, METRICS).getWidth();
            graphics.drawString(label, (float) (x - width / 2), bottom + 20f);
        }
        String title = "time since the start of the run [s]";
        double width = Charts.TEXT.getStringBounds(title, METRICS).getWidth();
        graphics.drawString(title, (float) ((LEFT + WIDTH - RIGHT - width) / 2), bottom + 42f);
    }

    /** Returns the smallest of 1, 2 and 5 times a power of ten that is at least the minimum. */
    static double step(double min) {
        double power = Math.pow(10, Math.floor(Math.log10(min)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= min) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
