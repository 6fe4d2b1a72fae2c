package pokemon.png;

/** Applies the rules on which chunks there are, how often, in what order and of what size (PNG 3rd edition, 5.6). */
final class ChunkOrder {
    private final long maxPixels;
    private PngHeader header;
    private Chunk palette;
    private Chunk transparency;
    private Chunk firstData;
    private Chunk lastData;
    private Chunk end;

    ChunkOrder(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /** Takes the chunks in file order up to and including IEND. */
    void accept(byte[] bytes, Chunk chunk) throws BadImageException {
        if (header == null) {
            acceptHeader(bytes, chunk);
            return;
        }
        switch (chunk.type()) {
            case Chunk.IHDR -> throw chunk.refused("is a second one");
            case Chunk.PLTE -> acceptPalette(chunk);
            case Chunk.TRNS -> acceptTransparency(chunk);
            case Chunk.IDAT -> acceptData(chunk);
            case Chunk.IEND -> acceptEnd(chunk);
            default -> {
                if (chunk.isCritical()) {
                    throw chunk.refused("is critical and unknown");
                }
            }
        }
    }

    private void acceptHeader(byte[] bytes, Chunk chunk) throws BadImageException {
        if (chunk.type() != Chunk.IHDR) {
            throw chunk.refused("comes before IHDR");
        }
        if (chunk.size() != PngHeader.DATA_SIZE) {
            throw chunk.refused("has " + chunk.size() + " bytes instead of 13");
        }
        header = PngHeader.parse(bytes, chunk.data());
        if (header.pixels() > maxPixels) {
            throw BadImageException.refused(header.size() + " pixels are above the limit of " + maxPixels);
        }
    }

    private void acceptPalette(Chunk chunk) throws BadImageException {
        if (header.colorType() == PngHeader.GRAY || header.colorType() == 4) {
            throw chunk.refused("is forbidden in a gray image");
        }
        if (palette != null) {
            throw chunk.refused("is a second one");
        }
        if (firstData != null) {
            throw chunk.refused("comes after IDAT");
        }
        if (transparency != null) {
            throw chunk.refused("comes after tRNS");
        }
        int most = header.colorType() == PngHeader.PALETTE ? 1 << header.bitDepth() : 256;
        if (chunk.size() == 0 || chunk.size() % 3 != 0 || chunk.size() / 3 > most) {
            throw chunk.refused("has " + chunk.size() + " bytes instead of 3 for each of 1 to " + most + " colours");
        }
        palette = chunk;
    }

    private void acceptTransparency(Chunk chunk) throws BadImageException {
        if (transparency != null) {
            throw chunk.refused("is a second one");
        }
        if (firstData != null) {
            throw chunk.refused("comes after IDAT");
        }
        switch (header.colorType()) {
            case PngHeader.GRAY -> requireSize(chunk, 2);
            case PngHeader.RGB -> requireSize(chunk, 6);
            case PngHeader.PALETTE -> {
                if (palette == null) {
                    throw chunk.refused("comes before PLTE");
                }
                if (chunk.size() == 0 || chunk.size() > palette.size() / 3) {
                    throw chunk.refused("has " + chunk.size() + " entries for " + palette.size() / 3 + " colours");
                }
            }
            default -> throw chunk.refused("is forbidden in an image with alpha");
        }
        transparency = chunk;
    }

    private static void requireSize(Chunk chunk, int size) throws BadImageException {
        if (chunk.size() != size) {
            throw chunk.refused("has " + chunk.size() + " bytes instead of " + size);
        }
    }

    private void acceptData(Chunk chunk) throws BadImageException {
        if (header.colorType() == PngHeader.PALETTE && palette == null) {
            throw chunk.refused("comes without a PLTE chunk before it");
        }
        if (firstData == null) {
            firstData = chunk;
        } else if (lastData.end() != chunk.offset()) {
            throw chunk.refused("does not follow the other IDAT chunks directly");
        }
        lastData = chunk;
    }

    private void acceptEnd(Chunk chunk) throws BadImageException {
        if (firstData == null) {
            throw new BadImageException("the image has no IDAT chunk");
        }
        requireSize(chunk, 0);
        end = chunk;
    }

    boolean isComplete() {
        return end != null;
    }

    PngHeader header() {
        return header;
    }

    /** Returns the PLTE chunk, or null. */
    Chunk palette() {
        return palette;
    }

    /** Returns the tRNS chunk, or null. */
    Chunk transparency() {
        return transparency;
    }

    /** Returns where the first IDAT chunk begins. */
    int dataStart() {
        return firstData.offset();
    }

    /** Returns where the last IDAT chunk ends; there is nothing but IDAT chunks between. */
    int dataEnd() {
        return lastData.end();
    }

    Chunk end() {
        return end;
    }
}
