package pokemon.experiment.chart;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Pictures as the bytes of files. */
public final class PictureFiles {
    /** Pixels of a PNG per pixel of the picture, for sharp text on today's screens. */
    private static final int SCALE = 2;

    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");
    private static final Pattern LONG_FRACTION = Pattern.compile("(\\.[0-9]{2})[0-9]+");

    static {
        // Pictures are small, and must not depend on a directory for temporary files.
        ImageIO.setUseCache(false);
    }

    private PictureFiles() {}

    /** Returns a picture as a PNG file, with twice as many pixels each way. */
    public static byte[] png(Picture picture) throws IOException {
        BufferedImage image =
                new BufferedImage(picture.width() * SCALE, picture.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        picture.painter().paint(graphics, picture.width(), picture.height());
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Returns a picture as an SVG file without a document type, for embedding in a page. */
    public static byte[] svg(Picture picture) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.width(), picture.height());
        picture.painter().paint(graphics, picture.width(), picture.height());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Processors.get("svg")
                .getDocument(graphics.getCommands(), new PageSize(picture.width(), picture.height()))
                .writeTo(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8);
        return slim(text).getBytes(StandardCharsets.UTF_8);
    }

    /** Removes the DTD of another site, and digits far below a pixel, which are two thirds of the text. */
    static String slim(String svg) {
        return LONG_FRACTION.matcher(DOCTYPE.matcher(svg).replaceFirst("")).replaceAll("$1");
    }
}
