package pokemon.mirror.image;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** Reads the number that an image of the mirror shows back from its pixels. */
public final class ShownNumber {
    private static final int MAX_DIGITS = 5;

    private ShownNumber() {}

    /**
     * Returns the number, or -1 if none of at least three digits can be read.
     *
     * @param argbAt gives the pixel at x and y as 0xAARRGGBB, such as {@code BufferedImage::getRGB}
     */
    public static int of(IntBinaryOperator argbAt) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < MAX_DIGITS; i++) {
            String glyph = glyphAt(DigitFont.LEFT + i * DigitFont.PITCH, argbAt);
            digits.append(glyph.isBlank() ? " " : digit(glyph));
        }
        String text = digits.toString().stripTrailing();
        return text.matches("[0-9]{3,}") ? Integer.parseInt(text) : -1;
    }

    private static String glyphAt(int left, IntBinaryOperator argbAt) {
        StringBuilder dots = new StringBuilder();
        for (int line = 0; line < DigitFont.LINES; line++) {
            for (int column = 0; column < DigitFont.COLUMNS; column++) {
                int x = left + column * DigitFont.DOT + DigitFont.DOT / 2;
                int y = DigitFont.TOP + line * DigitFont.DOT + DigitFont.DOT / 2;
                dots.append(argbAt.applyAsInt(x, y) == DigitFont.INK ? '#' : ' ');
            }
        }
        return dots.toString();
    }

    private static String digit(String glyph) {
        return Arrays.stream(DigitFont.FONT)
                        .map(lines -> String.join("", lines))
                        .toList()
                        .indexOf(glyph)
                + "";
    }
}
