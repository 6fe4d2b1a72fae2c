package pokemon.png.pixel;

import java.util.Arrays;
import pokemon.png.chunk.BadImageException;

/** The two Huffman codes of a deflate block: fixed, or read from the head of the block (RFC 1951, 3.2.5 to 3.2.7). */
final class BlockCodes {
    static final int LITERAL_BITS = 11;
    static final int DISTANCE_BITS = 9;
    private static final int LENGTH_BITS = 7;

    private static final int MAX_LITERALS = 286;
    private static final int MAX_DISTANCES = 30;

    /** The order in which the lengths of the code for code lengths come. */
    private static final byte[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    final HuffmanTable literals = HuffmanTable.ofLiterals(LITERAL_BITS);
    final HuffmanTable distances = HuffmanTable.ofDistances(DISTANCE_BITS);
    private final HuffmanTable codeLengths = HuffmanTable.ofCodeLengths(LENGTH_BITS);
    private final byte[] lengths = new byte[HuffmanTable.LITERALS + HuffmanTable.DISTANCES];

    /** Takes the codes that need no description (3.2.6). */
    void setFixed() {
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        literals.fill(lengths, 0, HuffmanTable.LITERALS, false);
        Arrays.fill(lengths, 0, HuffmanTable.DISTANCES, (byte) 5);
        distances.fill(lengths, 0, HuffmanTable.DISTANCES, false);
    }

    /** Reads the description of the codes (3.2.7). */
    void read(ChunkBits in) throws BadImageException {
        int literalCount = in.take(5) + 257;
        int distanceCount = in.take(5) + 1;
        int lengthCount = in.take(4) + 4;
        if (literalCount > MAX_LITERALS || distanceCount > MAX_DISTANCES) {
            throw PixelInflater.damaged("too many length or distance symbols");
        }
        Arrays.fill(lengths, 0, ORDER.length, (byte) 0);
        for (int i = 0; i < lengthCount; i++) {
            lengths[ORDER[i]] = (byte) in.take(3);
        }
        if (!codeLengths.fill(lengths, 0, ORDER.length, true)) {
            throw PixelInflater.damaged("invalid code lengths set");
        }
        readLengths(in, literalCount + distanceCount);
        if (lengths[HuffmanTable.END_OF_BLOCK] == 0) {
            throw PixelInflater.damaged("invalid code -- missing end-of-block");
        }
        if (!literals.fill(lengths, 0, literalCount, false)) {
            throw PixelInflater.damaged("invalid literal/lengths set");
        }
        if (!distances.fill(lengths, literalCount, distanceCount, false)) {
            throw PixelInflater.damaged("invalid distances set");
        }
    }

    private void readLengths(ChunkBits in, int total) throws BadImageException {
        int done = 0;
        while (done < total) {
            int symbol = codeLengths.next(in) >>> 16;
            if (symbol < 16) {
                lengths[done++] = (byte) symbol;
                continue;
            }
            int times = symbol == 16 ? 3 + in.take(2) : symbol == 17 ? 3 + in.take(3) : 11 + in.take(7);
            if ((symbol == 16 && done == 0) || done + times > total) {
                throw PixelInflater.damaged("invalid bit length repeat");
            }
            Arrays.fill(lengths, done, done + times, symbol == 16 ? lengths[done - 1] : 0);
            done += times;
        }
    }
}
