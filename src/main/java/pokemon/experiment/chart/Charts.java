package pokemon.experiment.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.List;

/** The one style of all pictures. */
public final class Charts {
    /** Colours that people with any kind of colour vision tell apart (Okabe and Ito, 2008), darkest first. */
    public static final List<Color> PALETTE = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000));

    /** For what is computed and not measured, such as an ideal. */
    public static final Color GREY = new Color(0x777777);

    public static final Color INK = new Color(0x222222);

    /** For lines behind everything. */
    public static final Color GRID = new Color(0xDDDDDD);

    public static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);

    /** For axes and legends. */
    public static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private Charts() {}

    /**
     * Returns how means were made, for a subtitle.
     *
     * @param runs the most runs of any point
     * @param plural the name of several runs
     */
    public static String means(int runs, String plural) {
        if (runs == 1) {
            return "each measured once";
        }
        String means = "mean of " + runs + " " + plural + " ± standard deviation";
        return runs <= Series.MAX_DOTS ? means + ", dots: single " + plural : means;
    }

    static Color colour(int number) {
        return number == Series.NEUTRAL ? GREY : PALETTE.get(number);
    }
}
