package pokemon.mirror.image;

import java.util.Arrays;

/** Draws the band above the creature: the number, and a badge of mirrored dots; both depend on the id. */
final class TitleBand {
    static final int ROWS = 72;

    private static final int WIDTH = MirrorImages.WIDTH;
    private static final int MARGIN = 8;
    private static final int RADIUS = 14;
    private static final int SHADOW = 2;
    private static final int BADGE_COLUMNS = 13;
    private static final int BADGE_LEFT = WIDTH - 30 - BADGE_COLUMNS * DigitFont.DOT;

    private final int[] pixels = new int[ROWS * WIDTH];
    private final int id;

    private TitleBand(int id) {
        this.id = id;
    }

    /** Returns the band of that id as rows filtered with the type Up (PNG section 9.2). */
    static byte[] rows(int id) {
        TitleBand band = new TitleBand(id);
        double hue = id * 0.381966;
        band.fill(Colour.hsv(hue, 0.62, 0.58).argb());
        int shade = Colour.hsv(hue, 0.7, 0.4).argb();
        DigitFont.write(id, (line, x) -> band.dot(line, x, SHADOW, shade));
        DigitFont.write(id, (line, x) -> band.dot(line, x, 0, DigitFont.INK));
        band.badge(Colour.hsv(hue + 0.08, 0.45, 0.95).argb(), shade);
        return band.filtered();
    }

    private void fill(int argb) {
        for (int y = MARGIN; y < ROWS - MARGIN; y++) {
            int edge = Math.min(y - MARGIN, ROWS - MARGIN - 1 - y);
            int inset = MARGIN;
            if (edge < RADIUS) {
                double rise = RADIUS - edge - 0.5;
                inset += (int) Math.round(RADIUS - Math.sqrt(RADIUS * RADIUS - rise * rise));
            }
            Arrays.fill(pixels, y * WIDTH + inset, (y + 1) * WIDTH - inset, argb);
        }
    }

    private void badge(int light, int shade) {
        for (int line = 0; line < DigitFont.LINES; line++) {
            for (int column = 0; column < BADGE_COLUMNS; column++) {
                int mirrored = Math.min(column, BADGE_COLUMNS - 1 - column);
                double draw = HashRandom.unit(id, line, mirrored);
                if (draw < 0.6) {
                    dot(line, BADGE_LEFT + column * DigitFont.DOT, 0, draw < 0.45 ? light : shade);
                }
            }
        }
    }

    private void dot(int line, int x, int offset, int argb) {
        int top = DigitFont.TOP + line * DigitFont.DOT + offset;
        for (int y = top; y < top + DigitFont.DOT; y++) {
            int from = y * WIDTH + x + offset;
            Arrays.fill(pixels, from, from + DigitFont.DOT, argb);
        }
    }

    private byte[] filtered() {
        byte[] rows = new byte[ROWS * PngBuilder.STRIDE];
        for (int y = 0; y < ROWS; y++) {
            int at = y * PngBuilder.STRIDE;
            rows[at++] = 2;
            int row = y * WIDTH;
            int above = Math.max(0, row - WIDTH);
            // Most rows repeat the one above, and to compare is far quicker than to subtract.
            int same = Arrays.mismatch(pixels, row, row + WIDTH, pixels, above, above + WIDTH);
            for (int x = same < 0 ? WIDTH : same; x < WIDTH; x++) {
                if (pixels[row + x] != pixels[above + x]) {
                    difference(rows, at + 4 * x, pixels[row + x], pixels[above + x]);
                }
            }
        }
        return rows;
    }

    private static void difference(byte[] rows, int at, int argb, int above) {
        rows[at] = (byte) ((argb >> 16) - (above >> 16));
        rows[at + 1] = (byte) ((argb >> 8) - (above >> 8));
        rows[at + 2] = (byte) (argb - above);
        rows[at + 3] = (byte) ((argb >> 24) - (above >> 24));
    }
}
