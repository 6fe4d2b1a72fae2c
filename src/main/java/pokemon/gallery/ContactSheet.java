package pokemon.gallery;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import pokemon.png.convert.ImageIoCodec;

/** The contact sheet: all thumbnails with their numbers in one picture. */
final class ContactSheet {
    /** The fewest columns that are chosen by default; the heading needs that width. */
    private static final int MIN = 5;

    /** The most columns that are chosen by default. */
    private static final int MAX = 32;

    /** The most characters of the name; the rest is cut off. */
    private static final int NAME_LENGTH = 24;

    /** With more ids, cells are half as large, which keeps the picture below about 50 megapixels. */
    private static final int MANY = 3000;

    private static final int PLACEHOLDER = 8;
    private static final int LABEL = 16;
    private static final int HEADER = 44;

    private static final Color PAPER = new Color(0xf6f7f9);
    private static final Color CELL = Color.WHITE;
    private static final Color INK = new Color(0x1f2328);
    private static final Color SOFT = new Color(0x656d76);
    private static final Color LINE = new Color(0xd0d7de);
    private static final Color DAMAGE = new Color(0xc62828);
    private static final Color DAMAGE_PAPER = new Color(0xfdecea);

    private final Gallery gallery;
    private final int columns;
    private final int edge;

    /** Makes a contact sheet; 0 columns stand for a number that depends on the number of ids. */
    ContactSheet(Gallery gallery, int columns) {
        int ids = gallery.entries().size();
        this.gallery = gallery;
        this.edge = ids > MANY ? Thumbnail.EDGE / 2 : Thumbnail.EDGE;
        int square = (int) Math.ceil(Math.sqrt(ids));
        this.columns = columns > 0 ? Math.min(ids, columns) : Math.max(MIN, Math.min(MAX, square));
    }

    int columns() {
        return columns;
    }

    int rows() {
        return (gallery.entries().size() + columns - 1) / columns;
    }

    /** Returns the left edge of the cell of an entry. */
    int x(int index) {
        return PLACEHOLDER + index % columns * (edge + PLACEHOLDER);
    }

    /** Returns the upper edge of the cell of an entry. */
    int y(int index) {
        return HEADER + index / columns * (edge + LABEL + PLACEHOLDER);
    }

    /** Returns the sheet as a PNG, and fails when this Java has no fonts to draw with. */
    byte[] png() throws IOException {
        try {
            return ImageIoCodec.encode(drawn());
        } catch (LinkageError | InternalError e) {
            throw new IOException("this Java cannot draw: are there fonts and fontconfig? " + e.getMessage(), e);
        }
    }

    private BufferedImage drawn() {
        BufferedImage image = new BufferedImage(
                x(columns - 1) + edge + PLACEHOLDER, y(rows() * columns), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        drawHeader(graphics);
        for (int i = 0; i < gallery.entries().size(); i++) {
            draw(graphics, gallery.entries().get(i), x(i), y(i));
        }
        graphics.dispose();
        return image;
    }

    private void drawHeader(Graphics2D graphics) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        graphics.setColor(INK);
        String name = gallery.name();
        String shown = name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH - 1) + "\u2026" : name;
        graphics.drawString(shown, PLACEHOLDER, 29);
        int x = 2 * PLACEHOLDER + graphics.getFontMetrics().stringWidth(shown);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        graphics.setColor(SOFT);
        String counts = String.format(Locale.ROOT, "%s, %.1f MB", gallery.counts(), gallery.bytes() / 1e6);
        graphics.drawString(counts, x, 29);
    }

    private void draw(Graphics2D graphics, GalleryItem entry, int x, int y) {
        boolean damaged = entry instanceof GalleryItem.Damaged;
        if (entry instanceof GalleryItem.Picture picture) {
            graphics.setColor(CELL);
            graphics.fillRect(x, y, edge, edge);
            drawThumbnail(graphics, picture.thumbnail().image(), x, y);
        } else if (damaged) {
            drawFrame(graphics, DAMAGE_PAPER, DAMAGE, x, y);
            drawWord(graphics, DAMAGE, "damaged", x, y);
        } else {
            drawFrame(graphics, PAPER, LINE, x, y);
            drawWord(graphics, SOFT, "missing", x, y);
        }
        graphics.setFont(new Font(Font.SANS_SERIF, damaged ? Font.BOLD : Font.PLAIN, edge < Thumbnail.EDGE ? 10 : 12));
        graphics.setColor(damaged ? DAMAGE : SOFT);
        centred(graphics, entry.digits(), x, y + edge + 13);
    }

    private void drawThumbnail(Graphics2D graphics, BufferedImage thumbnail, int x, int y) {
        int width = Math.max(1, thumbnail.getWidth() * edge / Thumbnail.EDGE);
        int height = Math.max(1, thumbnail.getHeight() * edge / Thumbnail.EDGE);
        graphics.drawImage(thumbnail, x + (edge - width) / 2, y + (edge - height) / 2, width, height, null);
    }

    private void drawFrame(Graphics2D graphics, Color paper, Color line, int x, int y) {
        graphics.setColor(paper);
        graphics.fillRect(x, y, edge, edge);
        graphics.setColor(line);
        graphics.setStroke(new BasicStroke(2));
        graphics.drawRect(x + 1, y + 1, edge - 2, edge - 2);
    }

    private void drawWord(Graphics2D graphics, Color ink, String word, int x, int y) {
        graphics.setColor(ink);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, edge < Thumbnail.EDGE ? 9 : 14));
        centred(graphics, word, x, y + edge / 2 + 5);
    }

    private void centred(Graphics2D graphics, String text, int x, int baseline) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(text, x + (edge - metrics.stringWidth(text)) / 2, baseline);
    }
}
