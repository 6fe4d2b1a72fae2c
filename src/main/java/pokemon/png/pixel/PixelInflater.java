package pokemon.png.pixel;

import pokemon.png.chunk.BadImageException;

/** Inflates the zlib stream of the IDAT chunks, a piece at a time and in bounded memory. Not thread-safe. */
public interface PixelInflater {
    /** The most bytes of a piece; the symbols at its end may add up to 260. */
    int PIECE = 1 << 16;

    /** Begins with the IDAT chunks of an image, which follow each other directly. */
    void begin(byte[] bytes, int start, int end);

    /**
     * Inflates the next piece.
     *
     * @return its number of bytes, or -1 after the last piece, when the checksum of all is right
     * @throws BadImageException when the stream is damaged or ends early
     */
    int next() throws BadImageException;

    /** Returns the array that holds the last piece. */
    byte[] buffer();

    /** Returns where the last piece begins in it. */
    int offset();

    /** Returns the number of bytes of the chunks after the stream, which has ended. */
    long unused();

    /** Returns the Adler-32 of the content of the stream, which has ended. */
    int adler();

    /** Forgets the image, so that its bytes can be collected. */
    void release();

    static BadImageException damaged(String reason) {
        return new BadImageException("the pixel data is damaged: " + reason);
    }

    static BadImageException endsEarly() {
        return new BadImageException("the pixel data ends early");
    }

    static BadImageException needsDictionary() {
        return new BadImageException("the pixel data needs a preset dictionary");
    }
}
