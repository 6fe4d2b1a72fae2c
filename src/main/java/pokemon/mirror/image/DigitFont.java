package pokemon.mirror.image;

import java.util.function.IntBinaryOperator;

/**
 * Writes numbers in a small bitmap font of its own at a fixed place of the title band, and reads them back.
 *
 * <p>A digit is {@value #COLUMNS} by {@value #LINES} dots, a dot is {@value #DOT} by {@value #DOT} pixels.
 */
final class DigitFont {
    static final int COLUMNS = 5;
    static final int LINES = 7;
    static final int DOT = 6;
    static final int LEFT = 30;
    static final int TOP = 15;
    static final int INK = 0xFFFFFFFF;

    private static final int PITCH = (COLUMNS + 1) * DOT;
    private static final int LONGEST = 5;

    private static final String[][] FONT = {
        {" ### ", "##  #", "##  #", "##  #", "##  #", "##  #", " ### "},
        {"  ## ", " ### ", "  ## ", "  ## ", "  ## ", "  ## ", " ####"},
        {" ### ", "#  ##", "   ##", "  ## ", " ##  ", "##   ", "#####"},
        {" ### ", "#  ##", "   ##", " ### ", "   ##", "#  ##", " ### "},
        {"   ##", "  ###", " ####", "## ##", "#####", "   ##", "   ##"},
        {"#####", "##   ", "#### ", "   ##", "   ##", "#  ##", " ### "},
        {" ### ", "##   ", "##   ", "#### ", "##  #", "##  #", " ### "},
        {"#####", "   ##", "   ##", "  ## ", "  ## ", " ##  ", " ##  "},
        {" ### ", "##  #", "##  #", " ### ", "##  #", "##  #", " ### "},
        {" ### ", "#  ##", "#  ##", " ####", "   ##", "   ##", " ### "},
    };

    private DigitFont() {}

    /** Receives a rectangle to be filled. */
    @FunctionalInterface
    interface Pen {
        void dot(int line, int x);
    }

    /** Calls the pen with the line and the left edge of every dot of the number, which has at least three digits. */
    static void write(int number, Pen pen) {
        String text = (number < 10 ? "00" : number < 100 ? "0" : "") + number;
        for (int i = 0; i < text.length(); i++) {
            String[] glyph = FONT[text.charAt(i) - '0'];
            for (int line = 0; line < LINES; line++) {
                for (int column = 0; column < COLUMNS; column++) {
                    if (glyph[line].charAt(column) == '#') {
                        pen.dot(line, LEFT + i * PITCH + column * DOT);
                    }
                }
            }
        }
    }

    /** Returns the number at the place where it is written, or -1 if something else is there. */
    static int read(IntBinaryOperator argbAt) {
        int number = 0;
        int count = 0;
        boolean ended = false;
        for (int i = 0; i < LONGEST; i++) {
            String seen = glyphAt(LEFT + i * PITCH, argbAt);
            int digit = digit(seen);
            if (seen.isBlank()) {
                ended = true;
            } else if (ended || digit < 0) {
                return -1;
            } else {
                number = 10 * number + digit;
                count++;
            }
        }
        return count < 3 ? -1 : number;
    }

    private static String glyphAt(int left, IntBinaryOperator argbAt) {
        StringBuilder dots = new StringBuilder(COLUMNS * LINES);
        for (int line = 0; line < LINES; line++) {
            for (int column = 0; column < COLUMNS; column++) {
                int argb = argbAt.applyAsInt(left + column * DOT + DOT / 2, TOP + line * DOT + DOT / 2);
                dots.append(argb == INK ? '#' : ' ');
            }
        }
        return dots.toString();
    }

    private static int digit(String seen) {
        for (int digit = 0; digit < FONT.length; digit++) {
            if (String.join("", FONT[digit]).equals(seen)) {
                return digit;
            }
        }
        return -1;
    }
}
