package pokemon.timeline;

import java.util.ArrayList;
import java.util.List;
import pokemon.timeline.Timeline.Bar;

/** How a lane looks: one row of rectangles, in pixels from its top. */
final class Row {
    /** The height of a row with the gap below it. */
    static final int HEIGHT = 26;

    /** The height of a bar. */
    static final int BAR = 21;

    /** The base line of text in a bar. */
    static final int TEXT = 11;

    /** Bars with phases show them below this line. */
    private static final int SPLIT = 14;

    private Row() {}

    /** A rectangle; its horizontal extent is in seconds, its vertical one in pixels. */
    record Box(Activity activity, double begin, double end, int top, int height) {}

    /** Returns the rectangles of a bar: its activity, and its phases in the lower third. */
    static List<Box> boxes(Bar bar) {
        List<Box> boxes = new ArrayList<>();
        boxes.add(
                new Box(bar.activity(), bar.begin(), bar.end(), 0, bar.phases().isEmpty() ? BAR : SPLIT));
        bar.phases()
                .forEach(phase -> boxes.add(new Box(phase.activity(), phase.begin(), phase.end(), SPLIT, BAR - SPLIT)));
        return boxes;
    }
}
