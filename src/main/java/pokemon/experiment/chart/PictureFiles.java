package pokemon.experiment.chart;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import pokemon.directory.UntrustedText;

/** Pictures as the bytes of files. */
public final class PictureFiles {
    /** Pixels of a PNG per pixel of the picture, for sharp text on today's screens. */
    private static final int SCALE = 2;

    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");
    private static final Pattern LONG_FRACTION = Pattern.compile("(\\.[0-9]{2})[0-9]+");
    private static final Pattern TEXT = Pattern.compile(
            "<text([^>]*font-family:(?:&quot;[^\">]*?&quot;|[^;\">]*));font-size:([0-9.]+)([^>]*)>([^<]*)</text>");
    private static final Pattern BACKGROUND =
            Pattern.compile("<rect height=\"[0-9.]+\" style=\"fill:rgb\\(255,255,255\\);[^>]* x=\"0\" y=\"0\"/>");
    private static final Pattern CLIP = Pattern.compile("(id=\"|url\\(#)(clip)");
    private static final Pattern COLOUR = Pattern.compile("rgb\\(([0-9]+),([0-9]+),([0-9]+)\\)");
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

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

    /** Returns a picture as an SVG file on white, with text as text in a sans-serif font of the reader. */
    public static byte[] svg(Picture picture) throws IOException {
        return document(picture).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a picture as an element of an HTML page, without background and with the custom properties of the page as
     * colours: {@code --series-0} and so on for the palette, {@code --ink}, {@code --soft} and {@code --line} for
     * greys.
     *
     * @param id begins every id in it, and no other id of the page
     */
    public static String inline(Picture picture, String id) throws IOException {
        String svg = document(picture);
        svg = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1);
        svg = BACKGROUND.matcher(svg).replaceAll("");
        svg = CLIP.matcher(svg).replaceAll("$1" + Matcher.quoteReplacement(id) + "-$2");
        svg = COLOUR.matcher(svg)
                .replaceAll(match -> property(new Color(
                        Integer.parseInt(match.group(1)),
                        Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3)))));
        return "<svg viewBox=\"0 0 " + picture.width() + " " + picture.height() + "\" width=\"" + picture.width()
                + "\" height=\"" + picture.height() + "\" role=\"img\">"
                + svg.replace(
                        "</svg>",
                        picture.tooltips().stream().map(PictureFiles::element).collect(Collectors.joining())
                                + "</svg>");
    }

    private static String element(Picture.Tooltip tooltip) {
        Rectangle2D part = tooltip.part();
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill-opacity=\"0\"><title>%s</title></rect>",
                part.getX(),
                part.getY(),
                part.getWidth(),
                part.getHeight(),
                UntrustedText.inHtml(tooltip.text()));
    }

    private static String property(Color colour) {
        int number = Charts.PALETTE.indexOf(colour);
        if (number >= 0) {
            return "var(--series-" + number + ")";
        }
        int light = colour.getRed();
        boolean grey = light == colour.getGreen() && light == colour.getBlue();
        if (!grey || light == 255) {
            return "rgb(" + light + "," + colour.getGreen() + "," + colour.getBlue() + ")";
        }
        return light < 96 ? "var(--ink)" : light < 192 ? "var(--soft)" : "var(--line)";
    }

    private static String document(Picture picture) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.width(), picture.height());
        picture.painter().paint(graphics, picture.width(), picture.height());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Processors.get("svg")
                .getDocument(graphics.getCommands(), new PageSize(picture.width(), picture.height()))
                .writeTo(bytes);
        return TEXT.matcher(slim(bytes.toString(StandardCharsets.UTF_8))).replaceAll(PictureFiles::text);
    }

    /**
     * Names a font that every reader has beside that of this machine, and gives the text the width that the picture was
     * laid out for.
     */
    private static String text(MatchResult text) {
        Font font = new Font(Font.SANS_SERIF, text.group().contains("font-weight:bold") ? Font.BOLD : Font.PLAIN, 1);
        String plain = text.group(4).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        double width = font.deriveFont(Float.parseFloat(text.group(2)))
                .getStringBounds(plain, METRICS)
                .getWidth();
        return Matcher.quoteReplacement(String.format(
                Locale.ROOT,
                "<text%s,sans-serif;font-size:%s%s textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\">%s</text>",
                text.group(1),
                text.group(2),
                text.group(3),
                width,
                text.group(4)));
    }

    /** Removes the DTD of another site, and digits far below a pixel, which are two thirds of the text. */
    static String slim(String svg) {
        return LONG_FRACTION.matcher(DOCTYPE.matcher(svg).replaceFirst("")).replaceAll("$1");
    }
}
