package pokemon.png.convert;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Shares the heap among images that are decoded at the same time, so that one too large for that is alone. */
final class DecodingMemory {
    /** An image, what the encoder makes of it, and the bytes of both. */
    private static final int BYTES_PER_PIXEL = 16;

    private static final int MEGABYTES =
            (int) Math.max(1, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() >> 20));

    private static final Semaphore HEAP = new Semaphore(MEGABYTES, true);

    private DecodingMemory() {}

    /** What needs memory. */
    @FunctionalInterface
    interface Conversion {
        byte[] run() throws IOException;
    }

    /** Converts an image as soon as there is memory for its pixels, or no other image is being converted. */
    static byte[] convert(long pixels, Conversion conversion) throws IOException {
        int megabytes = (int) Math.min(MEGABYTES, (pixels * BYTES_PER_PIXEL) >> 20);
        HEAP.acquireUninterruptibly(megabytes);
        try {
            return conversion.run();
        } finally {
            HEAP.release(megabytes);
        }
    }
}
