package pokemon.mirror.image;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Makes the synthetic images: PNGs of {@value #WIDTH} by {@value #HEIGHT} pixels, RGBA with 8 bits, of 60 to 220 KB.
 *
 * <p>An image is a title band with its number above one of a few creatures. The band is drawn and compressed for each
 * request, a creature once per JVM. The same id always gives the same pixels, and no two ids give the same.
 */
public final class MirrorImages {
    public static final int WIDTH = 475;
    public static final int HEIGHT = 475;

    /** The largest id of an image; the smallest is 1. */
    public static final int LAST_ID = 99_999;

    public static final int CREATURES = 12;

    /** Coprime to the number of creatures, so that neighbours differ and all are equally frequent. */
    private static final int STRIDE = 5;

    // Kept for the life of the JVM, under 2 MB: to draw them again for each mirror would disturb measurements.
    private static final List<LazyCreature> DRAWN =
            IntStream.range(0, CREATURES).mapToObj(LazyCreature::new).toList();

    /** Drawing takes 5 MB for a moment; two at once are enough, and more would take more memory. */
    private static final Semaphore DRAWING = new Semaphore(2);

    private MirrorImages() {}

    /**
     * Returns the image of an id as the parts of a PNG file, of which the large one is shared and must not be changed.
     *
     * @throws IllegalArgumentException if the id is not from 1 to {@value #LAST_ID}
     */
    public static List<byte[]> parts(int id) {
        if (id < 1 || id > LAST_ID) {
            throw new IllegalArgumentException("The id must be from 1 to " + LAST_ID + ", not " + id + ".");
        }
        return PngBuilder.assemble(
                TitleBand.rows(id), DRAWN.get(id * STRIDE % CREATURES).body());
    }

    /** Draws the creature of that index, unless it was drawn before. */
    public static void prepare(int index) {
        DRAWN.get(index).body();
    }

    /** A creature that is drawn when it is needed first. */
    private static final class LazyCreature {
        private final int index;
        private PngBuilder.Body body;

        LazyCreature(int index) {
            this.index = index;
        }

        /** Draws under the lock, so that a second request waits for the drawing instead of repeating it. */
        synchronized PngBuilder.Body body() {
            if (body == null) {
                DRAWING.acquireUninterruptibly();
                try {
                    body = PngBuilder.compress(Creature.draw(index).filteredRows());
                } finally {
                    DRAWING.release();
                }
            }
            return body;
        }
    }
}
