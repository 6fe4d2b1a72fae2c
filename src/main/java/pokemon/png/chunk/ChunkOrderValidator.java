package pokemon.png.chunk;

import java.util.Optional;
import java.util.Set;

/**
 * Checks number, order, size and checksums of the chunks (PNG 3rd edition, 5.6).
 *
 * <p>The {@link Tolerance} decides about faults of chunks that the pixels do not depend on.
 */
public final class ChunkOrderValidator {
    private static final String WRONG_CHECKSUM = "has a wrong checksum";

    /** The ancillary chunks of PNG 3rd edition (11.3), its registered extensions and common private ones. */
    private static final Set<String> REGISTERED = Set.of(
            "acTL", "bKGD", "cHRM", "cICP", "cLLI", "eXIf", "fcTL", "fdAT", "gAMA", "hIST", "iCCP", "iTXt", "mDCV",
            "oFFs", "pCAL", "pHYs", "sBIT", "sCAL", "sPLT", "sRGB", "sTER", "tEXt", "tIME", "zTXt", "caNv", "orNT",
            "vpAg");

    private final byte[] bytes;
    private final long maxPixels;
    private final Tolerance tolerance;
    private PngHeader header;
    private final ColorChunks colors = new ColorChunks();
    private Chunk palette;
    private Chunk transparency;
    private Chunk firstData;
    private Chunk lastData;
    private boolean complete;

    /**
     * What the pixels and their appearance depend on.
     *
     * @param palette the PLTE chunk, or null
     * @param transparency the tRNS chunk, or null
     * @param dataStart where the first IDAT chunk begins
     * @param dataEnd where the last IDAT chunk ends; all chunks between are IDAT chunks
     */
    public record Chunks(
            PngHeader header, Chunk palette, Chunk transparency, ColorChunks colors, int dataStart, int dataEnd) {}

    private ChunkOrderValidator(byte[] bytes, long maxPixels, Tolerance tolerance) {
        this.bytes = bytes;
        this.maxPixels = maxPixels;
        this.tolerance = tolerance;
    }

    /** Checks all chunks of an image, which begin at {@code start} and end at {@code length}. */
    public static Chunks check(byte[] bytes, int start, int length, long maxPixels, Tolerance tolerance)
            throws BadImageException {
        ChunkOrderValidator chunks = new ChunkOrderValidator(bytes, maxPixels, tolerance);
        ChunkReader reader = new ChunkReader(bytes, length, start);
        while (!chunks.complete) {
            chunks.accept(reader.next());
        }
        int rest = length - reader.position();
        if (rest > 0) {
            tolerance.forgive(
                    new BadImageException("the image is followed by " + BadImageException.bytes(rest, "more ")));
        }
        return new Chunks(
                chunks.header,
                chunks.palette,
                chunks.transparency,
                chunks.colors,
                chunks.firstData.offset(),
                chunks.lastData.end());
    }

    private void accept(Chunk chunk) throws BadImageException {
        if (header == null) {
            acceptHeader(chunk);
            return;
        }
        if (!chunk.intact()) {
            acceptWrongChecksum(chunk);
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
                colors.accept(bytes, chunk, header, palette == null && firstData == null);
            }
        }
    }

    private void acceptHeader(Chunk chunk) throws BadImageException {
        if (chunk.type() != Chunk.IHDR) {
            throw chunk.refused("comes before IHDR");
        }
        if (chunk.size() != PngHeader.DATA_SIZE) {
            throw chunk.refused("has " + BadImageException.bytes(chunk.size()) + " instead of 13");
        }
        if (!chunk.intact()) {
            throw chunk.refused(WRONG_CHECKSUM);
        }
        header = PngHeader.parse(bytes, chunk.data());
        BadImageException.requireAtMost(maxPixels, header.width(), header.height());
    }

    /** Returns whether the pixels depend on a chunk. */
    private boolean isUsed(Chunk chunk) {
        return switch (chunk.type()) {
            case Chunk.PLTE -> header.colorType() == PngHeader.PALETTE;
            case Chunk.TRNS -> !header.hasAlpha();
            default -> chunk.isCritical();
        };
    }

    private void acceptFault(Chunk chunk, String reason) throws BadImageException {
        if (isUsed(chunk)) {
            throw chunk.refused(reason);
        }
        tolerance.forgive(chunk.refused(reason));
    }

    private void acceptWrongChecksum(Chunk chunk) throws BadImageException {
        // Browsers refuse a wrong checksum in every critical chunk.
        if (chunk.isCritical() || mayHoldTransparency(chunk)) {
            throw chunk.refused(WRONG_CHECKSUM);
        }
        acceptFault(chunk, WRONG_CHECKSUM);
    }

    /**
     * Returns whether a chunk with a wrong checksum may be a tRNS chunk with a damaged type, or contain one because its
     * length is damaged. Without that, the image would be another valid one.
     */
    private boolean mayHoldTransparency(Chunk chunk) {
        if (header.hasAlpha() || firstData != null) {
            return false;
        }
        boolean fits =
                switch (header.colorType()) {
                    case PngHeader.GRAY -> chunk.size() == 2;
                    case PngHeader.RGB -> chunk.size() == 6;
                    default -> palette != null && chunk.size() > 0 && chunk.size() <= palette.size() / 3;
                };
        boolean isNamed = REGISTERED.contains(Chunk.name(chunk.type()));
        return (fits && !isNamed) || chunk.holds(bytes, Chunk.TRNS);
    }

    private void acceptPalette(Chunk chunk) throws BadImageException {
        Optional<String> fault = faultOfPalette(chunk);
        if (fault.isPresent()) {
            acceptFault(chunk, fault.get());
        } else {
            palette = chunk;
        }
    }

    private Optional<String> faultOfPalette(Chunk chunk) {
        if (header.isGray()) {
            return Optional.of("is forbidden in a gray image");
        }
        if (palette != null) {
            return Optional.of("is a second one");
        }
        if (firstData != null) {
            return Optional.of("comes after IDAT");
        }
        if (transparency != null) {
            return Optional.of("comes after tRNS");
        }
        int max = header.colorType() == PngHeader.PALETTE ? 1 << header.bitDepth() : 256;
        boolean fits = chunk.size() > 0 && chunk.size() % 3 == 0 && chunk.size() / 3 <= max;
        return fits
                ? Optional.empty()
                : Optional.of("has " + BadImageException.bytes(chunk.size()) + " instead of 3 for each of 1 to " + max
                        + " colours");
    }

    private void acceptTransparency(Chunk chunk) throws BadImageException {
        if (header.hasAlpha()) {
            acceptFault(chunk, "is forbidden in an image with alpha");
            return;
        }
        if (transparency != null) {
            throw chunk.refused("is a second one");
        }
        if (firstData != null) {
            throw chunk.refused("comes after IDAT");
        }
        switch (header.colorType()) {
            case PngHeader.GRAY -> requireSize(chunk, 2);
            case PngHeader.RGB -> requireSize(chunk, 6);
            default -> {
                if (palette == null) {
                    throw chunk.refused("comes before PLTE");
                }
                if (chunk.size() == 0 || chunk.size() > palette.size() / 3) {
                    throw chunk.refused("has " + chunk.size() + " entries for " + palette.size() / 3 + " colours");
                }
            }
        }
        transparency = chunk;
    }

    private void requireSize(Chunk chunk, int size) throws BadImageException {
        if (chunk.size() != size) {
            acceptFault(chunk, "has " + BadImageException.bytes(chunk.size()) + " instead of " + size);
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
        complete = true;
    }
}
