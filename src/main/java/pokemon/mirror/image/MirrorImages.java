package pokemon.mirror.image;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Makes the synthetic images: PNGs of {@value #WIDTH} by {@value #HEIGHT} pixels, RGBA with 8 bits, of 60 to 220 KB.
 *
 * <p>An image is a title band with its number, drawn and compressed for each request, above one of a few creatures,
 * drawn and compressed once per JVM. The same id always gives the same pixels, and no two ids give the same.
 */
public final class MirrorImages {
    /** The width of every image in pixels. */
    public static final int WIDTH = 475;

    /** The height of every image in pixels. */
    public static final int HEIGHT = 475;

    /** The largest id there is an image of; the smallest is 1. */
    public static final int LAST_ID = 99_999;

    /** How many creatures there are. */
    public static final int CREATURES = 12;

    /** Coprime to the number of creatures, so that neighbours differ and all are equally frequent. */
    private static final int STRIDE = 5;

    // Kept for the life of the JVM, under 2 MB: drawing them again for each mirror would disturb what is measured.
    private static final List<LazyCreature> DRAWN =
            IntStream.range(0, CREATURES).mapToObj(LazyCreature::new).toList();

    /** Drawing takes 5 MB for a moment: two at once keep two processors busy, more would only take more memory. */
    private static final Semaphore DRAWING = new Semaphore(2);

    private MirrorImages() {}

    /**
     * Returns the image of that id as a PNG file.
     *
     * @param id the id, 1 to {@value #LAST_ID}
     * @return the bytes, the caller's own
     * @throws IllegalArgumentException if there is no such id
     */
    public static byte[] png(int id) {
        return PngBuilder.join(parts(id));
    }

    /** Returns the same in parts, of which the large one is shared and must not be changed. */
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

    /** Holds one creature once it was drawn. */
    private static final class LazyCreature {
        private final int index;
        private PngBuilder.Body body;

        LazyCreature(int index) {
            this.index = index;
        }

        /** Draws under the lock, so that a request waits for a drawing that is under way instead of repeating it. */
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
