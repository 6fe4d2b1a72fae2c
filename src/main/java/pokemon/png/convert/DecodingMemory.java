package pokemon.png.convert;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Shares the heap among images that are decoded at the same time; a very large one is decoded alone. */
final class DecodingMemory {
    /** For the image, what the encoder makes of it, and the bytes of both. */
    private static final int BYTES_PER_PIXEL = 16;

    private static final int MEGABYTES =
            (int) Math.max(1, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() >> 20));

    private static final Semaphore HEAP = new Semaphore(MEGABYTES, true);

    private DecodingMemory() {}

    /** A conversion, which needs memory. */
    @FunctionalInterface
    interface Conversion {
        byte[] run() throws IOException;
    }

    /** Converts an image as soon as its pixels fit into the heap beside those being converted, if any. */
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
