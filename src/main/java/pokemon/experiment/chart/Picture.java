package pokemon.experiment.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * A drawing with its size in pixels.
 *
 * @param name name of its files, without ending
 * @param caption what it shows, as a sentence
 * @param painter draws it, from 0, 0 to width, height
 * @param chart the data of the drawing where it is a chart
 * @param tooltips what its parts are; a later one lies on top
 */
public record Picture(
        String name,
        String caption,
        int width,
        int height,
        Painter painter,
        Optional<Chart> chart,
        List<Tooltip> tooltips) {
    /** Makes a picture that is no chart. */
    public Picture(String name, String caption, int width, int height, Painter painter) {
        this(name, caption, width, height, painter, Optional.empty(), List.of());
    }

    /** What a part of a picture is, for people who point at it in a page. */
    public record Tooltip(Rectangle2D part, String text) {}

    @FunctionalInterface
    public interface Painter {
        /** Draws on a canvas of this size in pixels. */
        void paint(Graphics2D graphics, int width, int height);
    }
}
