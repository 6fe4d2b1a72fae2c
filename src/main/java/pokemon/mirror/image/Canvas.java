package pokemon.mirror.image;

/** The pixels below the title band, on which a creature is painted from back to front. */
final class Canvas {
    static final int WIDTH = MirrorImages.WIDTH;
    static final int HEIGHT = MirrorImages.HEIGHT - TitleBand.ROWS;

    /** The direction of the light: from the upper left, and from the viewer. */
    private static final float LIGHT_X = -0.41f;

    private static final float LIGHT_Y = -0.61f;
    private static final float LIGHT_Z = 0.68f;

    private static final float OUTLINE = 3.2f;

    /** Red, green, blue and alpha from 0 to 1, the colours multiplied by alpha. */
    private final float[] samples = new float[4 * WIDTH * HEIGHT];

    private final float grain;
    private final long seed;

    /** Creates a transparent canvas with noise of up to that many levels of 255. */
    Canvas(double grain, long seed) {
        this.grain = (float) grain;
        this.seed = seed;
    }

    /** Paints a pixel of a shape, given its place in the coordinates of the shape. */
    @FunctionalInterface
    private interface Brush {
        void paint(int pixel, float across, float along, float reach, float cover);
    }

    /** Paints the shape as a ball: lit from one side, with an outline. */
    void ball(Superellipse shape, Colour colour) {
        float rim = 1 - OUTLINE / Math.min(shape.width(), shape.height());
        Colour line = colour.darker(0.72);
        // The light in the coordinates of the shape, which may lean.
        float lightX = LIGHT_X * shape.cosine() + LIGHT_Y * shape.sine();
        float lightY = LIGHT_Y * shape.cosine() - LIGHT_X * shape.sine();
        each(shape, (pixel, across, along, reach, cover) -> {
            float depth = (float) Math.sqrt(Math.max(0, 1 - reach * reach));
            float lit = across * lightX + along * lightY + depth * LIGHT_Z;
            float shine = Math.max(0, lit - 0.82f) * 1.5f;
            float edge = Math.max(0, Math.min(1, (reach - rim) / (1 - rim) * 1.6f));
            float tone = (0.66f + 0.4f * Math.max(-0.25f, lit)) * (1 - edge);
            float glow = shine * (1 - edge);
            blend(
                    pixel,
                    Math.min(1, colour.red() * tone + line.red() * edge + glow),
                    Math.min(1, colour.green() * tone + line.green() * edge + glow),
                    Math.min(1, colour.blue() * tone + line.blue() * edge + glow),
                    cover);
        });
    }

    /** Paints the shape in one colour with a sharp edge. */
    void disc(Superellipse shape, Colour colour) {
        each(
                shape,
                (pixel, across, along, reach, cover) ->
                        blend(pixel, colour.red(), colour.green(), colour.blue(), cover));
    }

    /** Paints the shape in one colour that fades towards the edge. */
    void glow(Superellipse shape, Colour colour, double opacity) {
        float strength = (float) opacity;
        each(shape, (pixel, across, along, reach, cover) -> {
            float inside = Math.max(0, 1 - reach);
            float fade = strength * Math.min(1, inside * inside * (3 - 2 * inside) * 1.5f);
            blend(pixel, colour.red(), colour.green(), colour.blue(), fade);
        });
    }

    /** Tints the pixels inside both shapes, so that a marking keeps the shading below it. */
    void marking(Superellipse shape, Superellipse within, Colour colour) {
        Superellipse inner = within.scaled(1 - OUTLINE / Math.min(within.width(), within.height()));
        each(shape, (pixel, across, along, reach, cover) -> {
            int row = pixel / WIDTH;
            float y = row + 0.5f;
            float x = pixel - row * WIDTH + 0.5f;
            float room = 1 - inner.reach(inner.across(x, y), inner.along(x, y));
            float both = cover * Math.max(0, Math.min(1, room * inner.width() * 0.5f));
            int at = 4 * pixel;
            float light = Math.max(samples[at], Math.max(samples[at + 1], samples[at + 2])) + 0.06f;
            blend(pixel, colour.red() * light, colour.green() * light, colour.blue() * light, both);
        });
    }

    private void each(Superellipse shape, Brush brush) {
        float extent = shape.extent();
        int left = Math.max(0, (int) (shape.x() - extent));
        int right = Math.min(WIDTH - 1, (int) (shape.x() + extent));
        int bottom = Math.min(HEIGHT - 1, (int) (shape.y() + extent));
        float sharpness = Math.min(shape.width(), shape.height());
        for (int y = Math.max(0, (int) (shape.y() - extent)); y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                float along = shape.along(x + 0.5f, y + 0.5f);
                float across = shape.across(x + 0.5f, y + 0.5f);
                float reach = shape.reach(across, along);
                float cover = Math.min(1, (1 - reach) * sharpness + 0.5f);
                if (cover > 0) {
                    brush.paint(y * WIDTH + x, across, along, reach, cover);
                }
            }
        }
    }

    private void blend(int pixel, float red, float green, float blue, float alpha) {
        int at = 4 * pixel;
        float rest = 1 - alpha;
        samples[at] = samples[at] * rest + red * alpha;
        samples[at + 1] = samples[at + 1] * rest + green * alpha;
        samples[at + 2] = samples[at + 2] * rest + blue * alpha;
        samples[at + 3] = samples[at + 3] * rest + alpha;
    }

    /**
     * Returns the pixels as rows filtered with the type Up (PNG section 9.2); the row above the first is transparent.
     */
    byte[] filteredRows() {
        byte[] rows = new byte[HEIGHT * PngBuilder.STRIDE];
        int[] above = new int[4 * WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            int at = y * PngBuilder.STRIDE;
            rows[at++] = 2;
            for (int x = 0; x < WIDTH; x++) {
                int alpha = Math.round(samples[4 * (y * WIDTH + x) + 3] * 255);
                for (int channel = 0; channel < 4; channel++) {
                    int i = 4 * x + channel;
                    int value = channel == 3 ? alpha : level(y * WIDTH + x, channel, alpha);
                    rows[at + i] = (byte) (value - above[i]);
                    above[i] = value;
                }
            }
        }
        return rows;
    }

    private int level(int pixel, int channel, int alpha) {
        if (alpha == 0) {
            return 0;
        }
        float value = samples[4 * pixel + channel] / samples[4 * pixel + 3] * 255;
        if (alpha < 255) {
            return Math.min(255, Math.round(value));
        }
        int hash = (pixel + (int) seed * 7919) * 0x9E3779B1;
        hash = (hash ^ (hash >>> 15)) * 0x85EBCA6B;
        float noise = ((hash >>> 16) - 0x7FFF) * 0x1p-15f * grain;
        return Math.max(0, Math.min(255, Math.round(value + noise)));
    }
}
