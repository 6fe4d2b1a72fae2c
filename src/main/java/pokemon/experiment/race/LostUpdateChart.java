package pokemon.experiment.race;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Picture;

/** Draws a lost update: a column for each worker, time running down. */
final class LostUpdateChart {
    private static final int WIDTH = 860;
    private static final int TOP = 110;
    private static final int ROW = 62;
    private static final int BOX_WIDTH = 240;
    private static final int BOX_HEIGHT = 38;

    private final LostUpdate update;
    private final List<Integer> lanes;

    private LostUpdateChart(LostUpdate update) {
        this.update = update;
        this.lanes = update.steps().stream()
                .map(LostUpdate.Step::worker)
                .distinct()
                .sorted()
                .toList();
    }

    static Picture picture(LostUpdate update) {
        LostUpdateChart chart = new LostUpdateChart(update);
        return new Picture(
                "lost-update",
                "A recorded lost update: both workers read the same count before either wrote the next one.",
                WIDTH,
                TOP + ROW * update.steps().size() + 30,
                chart::paint);
    }

    private void paint(Graphics2D graphics, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Charts.INK);
        graphics.setFont(Charts.TITLE);
        centred(graphics, "A lost update: id " + update.id() + " is drawn twice", width / 2, 34);
        graphics.setFont(Charts.TEXT);
        for (int lane = 0; lane < lanes.size(); lane++) {
            graphics.setColor(Charts.INK);
            centred(graphics, "worker " + (lanes.get(lane) + 1), centre(lane), 74);
            graphics.setColor(Charts.GREY);
            graphics.setStroke(new BasicStroke(1));
            graphics.drawLine(centre(lane), 84, centre(lane), height - 24);
        }
        graphics.drawString("step", 24, 74);
        for (int row = 0; row < update.steps().size(); row++) {
            paint(graphics, update.steps().get(row), TOP + row * ROW);
        }
    }

    private int centre(int lane) {
        return 80 + (2 * lane + 1) * (WIDTH - 80) / (2 * lanes.size());
    }

    private void paint(Graphics2D graphics, LostUpdate.Step step, int y) {
        boolean read = step.access() == LostUpdate.Access.READ;
        int lane = lanes.indexOf(step.worker());
        int boxWidth = Math.min(BOX_WIDTH, (WIDTH - 80) / lanes.size() - 12);
        graphics.setColor(Charts.GREY);
        graphics.drawString(Integer.toString(step.sequence()), 24, y + 24);
        graphics.setColor(read ? Charts.PALETTE.get(0) : Charts.PALETTE.get(1));
        graphics.fillRoundRect(centre(lane) - boxWidth / 2, y, boxWidth, BOX_HEIGHT, 10, 10);
        graphics.setColor(Color.WHITE);
        String text = read ? "reads " + step.value() : "writes " + step.value() + ", takes id " + step.value();
        centred(graphics, text, centre(lane), y + 24);
    }

    private static void centred(Graphics2D graphics, String text, int x, int y) {
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, y);
    }
}
