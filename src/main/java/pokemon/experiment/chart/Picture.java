package pokemon.experiment.chart;

import java.awt.Graphics2D;

/**
 * A drawing with its size in pixels.
 *
 * @param name name of its files, without ending
 * @param caption what it shows, as a sentence
 * @param painter draws it, from 0, 0 to width, height
 */
public record Picture(String name, String caption, int width, int height, Painter painter) {
    /** Draws. */
    @FunctionalInterface
    public interface Painter {
        /** Draws on a canvas of this size in pixels. */
        void paint(Graphics2D graphics, int width, int height);
    }
}
