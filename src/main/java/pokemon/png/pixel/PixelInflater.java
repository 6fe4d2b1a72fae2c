package pokemon.png.pixel;

import pokemon.png.chunk.BadImageException;

/**
 * Inflates the zlib stream that the IDAT chunks of an image hold, a piece at a time and in bounded memory. Not for use
 * by several threads at once.
 */
public interface PixelInflater {
    /** How many bytes a piece has at most, but for the last few. */
    int PIECE = 1 << 16;

    /** Begins with the IDAT chunks of an image, which follow each other directly. */
    void begin(byte[] bytes, int start, int end);

    /**
     * Inflates the next piece.
     *
     * @return how many bytes it has, or -1 after the last one, when the checksum of all was right
     * @throws BadImageException when the stream is damaged or ends early
     */
    int next() throws BadImageException;

    /** Returns the array that holds the last piece. */
    byte[] buffer();

    /** Returns where the last piece begins in it. */
    int offset();

    /** Returns how many bytes of the chunks come after the stream, which has ended. */
    long unused();

    /** Returns the Adler-32 of all that came out of the stream, which has ended. */
    int adler();

    /** Lets go of the image. */
    void release();

    /** Returns the failure of a stream that is damaged. */
    static BadImageException damaged(String reason) {
        return new BadImageException("the pixel data is damaged: " + reason);
    }

    /** Returns the failure of a stream that ends early. */
    static BadImageException endsEarly() {
        return new BadImageException("the pixel data ends early");
    }

    /** Returns the failure of a stream that can be inflated with a dictionary only. */
    static BadImageException needsDictionary() {
        return new BadImageException("the pixel data needs a preset dictionary");
    }
}
