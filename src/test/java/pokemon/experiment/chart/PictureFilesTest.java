package pokemon.experiment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    void panelsStandSideBySide() throws IOException {
        Picture four = Charts.panels(
                "four",
                "Four squares.",
                2,
                List.of(square(Color.RED), square(Color.GREEN), square(Color.BLUE), square(Color.BLACK)));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureFiles.png(four)));
        assertEquals(80, image.getWidth());
        assertEquals(Color.RED.getRGB(), image.getRGB(0, 0));
        assertEquals(Color.GREEN.getRGB(), image.getRGB(79, 0));
        assertEquals(Color.BLUE.getRGB(), image.getRGB(0, 39));
        assertEquals(Color.BLACK.getRGB(), image.getRGB(79, 39));
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
