package pokemon.mirror.image;

/**
 * Writes numbers in a small bitmap font at a fixed place of the title band.
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

    /** Pixels from the left edge of a digit to that of the next one. */
    static final int PITCH = (COLUMNS + 1) * DOT;

    static final String[][] FONT = {
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

    /** Draws a dot, given its line and its left edge in pixels. */
    @FunctionalInterface
    interface Pen {
        void dot(int line, int x);
    }

    /** Draws every dot of the number, which gets at least three digits. */
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
}
