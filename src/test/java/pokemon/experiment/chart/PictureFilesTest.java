package pokemon.experiment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PictureFilesTest {
    private static Picture square(Color colour) {
        return new Picture("square", "A square.", 20, 10, (graphics, width, height) -> {
            graphics.setColor(colour);
            graphics.fillRect(0, 0, width, height);
        });
    }

    @Test
    void aPngHasTwoPixelsForEachPixel() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureFiles.png(square(Color.RED))));
        assertEquals(40, image.getWidth());
        assertEquals(20, image.getHeight());
        assertEquals(Color.RED.getRGB(), image.getRGB(39, 19));
    }

    @Test
    void anElementOfAPageHasNoBackgroundAndTheColoursOfThePage() throws IOException {
        Picture picture = new Picture("words", "Words.", 200, 50, (graphics, width, height) -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setColor(Charts.PALETTE.get(1));
            graphics.fillRect(5, 5, 10, 10);
            graphics.setColor(Charts.INK);
            graphics.setFont(Charts.TEXT);
            graphics.drawString("a < b & c", 20, 20);
            graphics.setColor(Color.WHITE);
            graphics.drawString("on a bar", 20, 40);
        });
        String svg = PictureFiles.inline(picture, "first");
        assertTrue(svg.startsWith("<svg viewBox=\"0 0 200 50\""), svg);
        assertEquals(1, svg.split("<rect", -1).length - 1, svg);
        assertTrue(svg.contains("fill:var(--series-1)"), svg);
        assertTrue(svg.contains("fill:var(--ink)"), svg);
        assertTrue(svg.contains("rgb(255,255,255)"), "white text stays white: " + svg);
        assertTrue(svg.contains(">a &lt; b &amp; c</text>"), svg);
    }

    @Test
    void textIsTextInAFontThatEveryReaderHasAndKeepsItsWidth() throws IOException {
        Picture picture = new Picture("words", "Words.", 200, 50, (graphics, width, height) -> {
            graphics.setFont(Charts.TITLE);
            graphics.drawString("Wide & bold", 20, 20);
        });
        String svg = new String(PictureFiles.svg(picture), StandardCharsets.UTF_8);
        Matcher text = Pattern.compile(
                        "font-family:[^\"]*,sans-serif;font-size:17px;font-weight:bold;\"[^>]* textLength=\"([0-9.]+)\"")
                .matcher(svg);
        assertTrue(text.find(), svg);
        double width = Charts.TITLE
                .getStringBounds("Wide & bold", new FontRenderContext(null, true, true))
                .getWidth();
        assertEquals(width, Double.parseDouble(text.group(1)), 0.06);
    }

    @Test
    void anSvgNamesNoOtherSiteButItsNamespaces() throws IOException {
        String svg = new String(PictureFiles.svg(square(Color.RED)), StandardCharsets.UTF_8);
        assertTrue(svg.contains("rgb(255,0,0)"), svg);
        assertEquals(-1, svg.replaceAll("xmlns(:xlink)?=\"[^\"]*\"", "").indexOf("http"));
    }

    @Test
    void digitsFarBelowAPixelAreCut() {
        assertEquals("<path d=\"M1.23,4 L-0.50\"/>", PictureFiles.slim("<path d=\"M1.23456,4 L-0.50123\"/>"));
    }
}
