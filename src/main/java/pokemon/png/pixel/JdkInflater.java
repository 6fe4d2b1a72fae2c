package pokemon.png.pixel;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.BigEndian;
import pokemon.png.chunk.Chunk;

/** Inflates with the zlib of the JDK, which needs no warming up. */
public final class JdkInflater implements PixelInflater {
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[PIECE];
    private byte[] bytes = {};
    private int position;
    private int end;

    @Override
    public void begin(byte[] image, int start, int limit) {
        inflater.reset();
        bytes = image;
        position = start;
        end = limit;
    }

    @Override
    public int next() throws BadImageException {
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count > 0) {
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw PixelInflater.needsDictionary();
                }
                if (inflater.needsInput() && !inflater.finished()) {
                    feed();
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw PixelInflater.damaged(e.getMessage() == null ? "invalid data" : e.getMessage());
        }
    }

    private void feed() throws BadImageException {
        if (position == end) {
            throw PixelInflater.endsEarly();
        }
        int size = BigEndian.int32(bytes, position);
        inflater.setInput(bytes, position + 8, size);
        position += Chunk.OVERHEAD + size;
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int offset() {
        return 0;
    }

    @Override
    public long unused() {
        long unused = inflater.getRemaining();
        for (int at = position; at < end; at += Chunk.OVERHEAD + BigEndian.int32(bytes, at)) {
            unused += BigEndian.int32(bytes, at);
        }
        return unused;
    }

    @Override
    public int adler() {
        return inflater.getAdler();
    }

    @Override
    public void release() {
        inflater.reset();
        bytes = new byte[0];
    }
}
