package pokemon.gallery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import pokemon.png.PngFile;
import pokemon.png.convert.ImageIoCodec;

/** A small version of an image. */
final class Thumbnail {
    /** The most pixels of a side. */
    static final int EDGE = 96;

    /** The most rows, and the most columns, that are decoded, so that a few decoded images always fit into memory. */
    private static final int MAX_DECODED = 2048;

    /** The longest row that is decoded, in bytes; the decoder holds a few whole rows. */
    private static final long MAX_ROW_BYTES = 16 << 20;

    private final BufferedImage image;
    private final byte[] png;

    private Thumbnail(BufferedImage image, byte[] png) {
        this.image = image;
        this.png = png;
    }

    /** Makes a thumbnail; a grey cross stands for an image that ImageIO refuses or that needs too much memory. */
    static Thumbnail of(PngFile png) {
        try {
            boolean wide = png.header().bytesPerRow(png.header().width()) > MAX_ROW_BYTES;
            return encoded(wide ? cross() : shrunk(argb(ImageIoCodec.decodeSubsampled(png, MAX_DECODED))));
        } catch (IOException | OutOfMemoryError e) {
            // The image is valid, but ImageIO refuses it, or memory does not suffice.
            return encoded(cross());
        }
    }

    /** Returns the image, no wider or higher than {@link #EDGE}, in the colours of a palette. */
    BufferedImage image() {
        return image;
    }

    byte[] png() {
        return png;
    }

    private static Thumbnail encoded(BufferedImage image) {
        BufferedImage plain = ColorQuantizer.of(image);
        try {
            return new Thumbnail(plain, ImageIoCodec.encodeSmall(plain));
        } catch (IOException e) {
            throw new IllegalStateException("a small image in memory cannot be encoded", e);
        }
    }

    private static BufferedImage argb(BufferedImage image) {
        boolean gray = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && !(image.getColorModel() instanceof IndexColorModel);
        BufferedImage argb = canvas(image.getWidth(), image.getHeight());
        if (gray) {
            copyGray(image.getRaster(), argb);
        } else {
            drawn(argb, image);
        }
        return argb;
    }

    /** Copies gray samples as they are; Java2D would take them for linear light, which makes them far too bright. */
    private static void copyGray(Raster from, BufferedImage to) {
        int shift = from.getSampleModel().getSampleSize(0) - Byte.SIZE;
        boolean opaque = from.getNumBands() == 1;
        for (int y = 0; y < to.getHeight(); y++) {
            for (int x = 0; x < to.getWidth(); x++) {
                int gray = from.getSample(x, y, 0) >> shift;
                int alpha = opaque ? 0xff : from.getSample(x, y, 1) >> shift;
                to.setRGB(x, y, alpha << 24 | gray << 16 | gray << 8 | gray);
            }
        }
    }

    /** Halves the image repeatedly, so that every pixel counts, as it would not in one large step. */
    private static BufferedImage shrunk(BufferedImage image) {
        double scale = Math.min(1, (double) EDGE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage step = image;
        while (step.getWidth() != width || step.getHeight() != height) {
            int nextWidth = Math.max(width, (step.getWidth() + 1) / 2);
            int nextHeight = Math.max(height, (step.getHeight() + 1) / 2);
            step = drawn(canvas(nextWidth, nextHeight), step);
        }
        return step;
    }

    /** Makes an image whose colours are premultiplied, so that those of transparent pixels do not show at edges. */
    private static BufferedImage canvas(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    private static BufferedImage drawn(BufferedImage target, BufferedImage image) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, target.getWidth(), target.getHeight(), null);
        graphics.dispose();
        return target;
    }

    private static BufferedImage cross() {
        BufferedImage image = canvas(EDGE, EDGE);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.drawRect(0, 0, EDGE - 1, EDGE - 1);
        graphics.drawLine(0, 0, EDGE - 1, EDGE - 1);
        graphics.drawLine(0, EDGE - 1, EDGE - 1, 0);
        graphics.dispose();
        return image;
    }
}
