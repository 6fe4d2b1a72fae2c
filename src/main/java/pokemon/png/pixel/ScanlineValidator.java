package pokemon.png.pixel;

import java.util.Iterator;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.ChunkOrderValidator.Chunks;
import pokemon.png.chunk.InterlacePass;
import pokemon.png.chunk.PngHeader;

/**
 * Checks that every scanline of a pixel stream begins with a filter type of 0 to 4 (PNG 3rd edition, 9.2).
 *
 * <p>Nothing is unfiltered or copied: the check jumps from one filter type byte to the next, pass after pass.
 */
class ScanlineValidator {
    private final PngHeader header;
    private final Iterator<InterlacePass> passes;
    private int rowsLeft;
    private long rowBytes;
    private long untilNextRow;

    /** Returns a check of an image. Only with a full palette, there is an entry for each index. */
    static ScanlineValidator of(Chunks chunks) {
        PngHeader header = chunks.header();
        int entries = header.colorType() == PngHeader.PALETTE ? chunks.palette().size() / 3 : Integer.MAX_VALUE;
        return entries < (1 << header.bitDepth())
                ? new PaletteValidator(header, entries)
                : new ScanlineValidator(header);
    }

    ScanlineValidator(PngHeader header) {
        this.header = header;
        this.passes = InterlacePass.of(header).iterator();
    }

    /** Takes the next bytes of the inflated stream; the caller gives no more than the header promises in all. */
    final void accept(byte[] buffer, int offset, int count) throws BadImageException {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            if (untilNextRow == 0) {
                startRow(buffer[at]);
                at++;
            }
            int step = (int) Math.min(untilNextRow, end - at);
            pixels(buffer, at, step);
            untilNextRow -= step;
            at += step;
        }
    }

    private void startRow(byte filter) throws BadImageException {
        if (filter < 0 || filter > 4) {
            throw new BadImageException("a scanline has the invalid filter type " + (filter & 0xff));
        }
        if (rowsLeft == 0) {
            InterlacePass pass = passes.next();
            rowsLeft = pass.height();
            rowBytes = header.bytesPerRow(pass.width());
            passStarts(pass);
        }
        rowsLeft--;
        untilNextRow = rowBytes;
        rowStarts(filter);
    }

    /** Is called before the first row of a pass; does nothing here. */
    void passStarts(InterlacePass pass) {}

    /** Is called before each row, with its filter type; does nothing here. */
    void rowStarts(int filter) {}

    /** Refuses pixels that are not allowed, given the next filtered bytes of the row; accepts all here. */
    void pixels(byte[] buffer, int offset, int count) throws BadImageException {}
}
