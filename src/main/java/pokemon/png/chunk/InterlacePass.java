package pokemon.png.chunk;

import java.util.ArrayList;
import java.util.List;

/** The size of one of the reduced images of which a pixel stream consists (PNG 3rd edition, 8.1), in pixels. */
public record InterlacePass(int width, int height) {
    private static final int[] X_START = {0, 4, 0, 2, 0, 1, 0};
    private static final int[] Y_START = {0, 0, 4, 0, 2, 0, 1};
    private static final int[] X_STEP = {8, 8, 4, 4, 2, 2, 1};
    private static final int[] Y_STEP = {8, 8, 8, 4, 4, 2, 2};

    /** Returns the passes that have pixels, in order; an empty one has no bytes, not even filter types. */
    public static List<InterlacePass> of(PngHeader header) {
        if (!header.interlaced()) {
            return List.of(new InterlacePass(header.width(), header.height()));
        }
        List<InterlacePass> passes = new ArrayList<>(X_START.length);
        for (int i = 0; i < X_START.length; i++) {
            int width = count(header.width(), X_START[i], X_STEP[i]);
            int height = count(header.height(), Y_START[i], Y_STEP[i]);
            if (width > 0 && height > 0) {
                passes.add(new InterlacePass(width, height));
            }
        }
        return passes;
    }

    private static int count(int size, int start, int step) {
        return size <= start ? 0 : (size - start - 1) / step + 1;
    }
}
