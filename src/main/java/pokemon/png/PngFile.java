package pokemon.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.BigEndian;
import pokemon.png.chunk.Checks;
import pokemon.png.chunk.Chunk;
import pokemon.png.chunk.ChunkOrderValidator;
import pokemon.png.chunk.ChunkOrderValidator.Chunks;
import pokemon.png.chunk.ColorChunks;
import pokemon.png.chunk.PngHeader;
import pokemon.png.chunk.Tolerance;
import pokemon.png.pixel.IdatChunks;
import pokemon.png.pixel.PixelDataValidator;
import pokemon.png.pixel.StoredPng;

/**
 * A PNG image whose every byte was checked, ready to be written anew.
 *
 * <p>It writes slices of the array that it was made from, so the array must not change meanwhile.
 */
public final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** The largest file that is read, in bytes; 50 million pixels of 4 bytes fit into it without compression. */
    private static final long MAX_BYTES = 256L << 20;

    /** The size of signature and IHDR chunk, with which every valid file begins. */
    private static final int HEAD = SIGNATURE.length + Chunk.OVERHEAD + PngHeader.DATA_SIZE;

    private final byte[] bytes;
    private final Chunks chunks;
    private final IdatChunks data;
    private final Optional<String> forgiven;
    private final Optional<StoredPng> inflated;

    private PngFile(
            byte[] bytes,
            Chunks chunks,
            PixelDataValidator.Rest rest,
            Optional<StoredPng> inflated,
            Tolerance tolerance) {
        this.bytes = bytes;
        this.chunks = chunks;
        this.data = IdatChunks.of(bytes, chunks, rest);
        this.forgiven = tolerance.forgiven();
        this.inflated = inflated.filter(pixels -> rest.surplus() == 0);
    }

    /** Does the {@linkplain #verify(byte[], int, long, Checks, boolean) complete check}, strictly. */
    public static PngFile verify(byte[] bytes, int length, long maxPixels) throws BadImageException {
        return verify(bytes, length, maxPixels, Checks.STRICT, false);
    }

    /**
     * Checks completely that the first {@code length} bytes are one PNG image and nothing else.
     *
     * <p>It checks the signature; length, type and checksum of every chunk; number, order and size of the critical
     * chunks and tRNS; that the pixel stream inflates to exactly the bytes that the header promises, with its own
     * checksum and valid filter types; and that palette indexes are within the palette. It does not check the data of
     * ancillary chunks that are never written. Memory use does not depend on the sizes that the image claims.
     *
     * <p>Lenient checks {@linkplain #forgiven() forgive} three kinds of faults: a wrong checksum, size or place of a
     * chunk that the pixels do not depend on; bytes after IEND or after the pixel stream; and more bytes in that stream
     * than the header promises.
     *
     * @param maxPixels the most pixels, width times height, that the header may promise
     * @param checks what to do about faults that cannot reach the pixels
     * @param keep whether the inflated pixels of a small image are kept for a decoder
     * @throws BadImageException when any of that does not hold
     * @throws IndexOutOfBoundsException when {@code length} is not within the array
     */
    public static PngFile verify(byte[] bytes, int length, long maxPixels, Checks checks, boolean keep)
            throws BadImageException {
        Objects.checkFromIndexSize(0, length, bytes.length);
        requireSignature(bytes, length);
        Tolerance tolerance = new Tolerance(checks);
        Chunks chunks = ChunkOrderValidator.check(bytes, SIGNATURE.length, length, maxPixels, tolerance);
        long size = chunks.header().inflatedSize();
        Optional<StoredPng> inflated = keep ? StoredPng.of(Arrays.copyOf(bytes, HEAD), size) : Optional.empty();
        PixelDataValidator.Rest rest = PixelDataValidator.check(bytes, chunks, inflated, tolerance);
        return new PngFile(bytes, chunks, rest, inflated, tolerance);
    }

    /**
     * Reads a file and {@linkplain #verify checks it completely}. A file of more than 256 MiB counts as damaged.
     *
     * @param maxPixels the most pixels, width times height, that the header may promise
     * @param checks what to do about faults that cannot reach the pixels
     * @throws BadImageException when it is not one PNG image and nothing else
     * @throws IOException when it cannot be read, or when memory does not suffice
     */
    public static PngFile read(Path file, long maxPixels, Checks checks) throws IOException {
        long size = Files.size(file);
        if (size > MAX_BYTES) {
            throw new BadImageException("the file is too large for an image: " + size + " bytes");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return verify(bytes, bytes.length, maxPixels, checks, false);
        } catch (OutOfMemoryError e) {
            throw new IOException("not enough memory", e);
        }
    }

    private static void requireSignature(byte[] bytes, int length) throws BadImageException {
        ImageKind kind = ImageKind.of(bytes, length);
        if (kind != ImageKind.PNG) {
            throw kind.insteadOf("a PNG image");
        }
        if (length < SIGNATURE.length) {
            throw new BadImageException("the image ends early: no IHDR chunk");
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (bytes[i] != SIGNATURE[i]) {
                throw new BadImageException("the PNG signature is damaged at byte " + i);
            }
        }
    }

    /** Returns the forgiven faults as one text, or nothing when there are none. */
    public Optional<String> forgiven() {
        return forgiven;
    }

    public PngHeader header() {
        return chunks.header();
    }

    /**
     * Returns whether IHDR and IDAT define the pixels, in a form that every decoder reads: 8 or 16 bits per sample, not
     * interlaced, no palette, no tRNS.
     */
    public boolean isPlain() {
        return header().bitDepth() >= 8
                && !header().interlaced()
                && header().colorType() != PngHeader.PALETTE
                && chunks.transparency() == null;
    }

    /**
     * Returns whether the decoder and encoder of ImageIO keep the pixels of such an image.
     *
     * <p>They do for every depth and colour type, interlaced or not, except with some tRNS chunks. The decoder of JDK
     * 17 to 25 ({@code PNGImageReader.decodePass}) scales gray samples of 1, 2 and 4 bits to 8 bits and then compares
     * them with the unscaled tRNS sample, so the wrong pixels become transparent. And it compares all 16 bits of a tRNS
     * sample where only the low ones count (PNG 3rd edition, 11.3.1.1).
     */
    public boolean imageIoKeepsPixels() {
        if (chunks.transparency() == null || header().colorType() == PngHeader.PALETTE) {
            return true;
        }
        if (header().bitDepth() < 8) {
            return false;
        }
        for (int at = 0; at < chunks.transparency().size(); at += 2) {
            if (BigEndian.uint16(bytes, chunks.transparency().data() + at) >= 1 << header().bitDepth()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes the image anew, with everything that its appearance depends on: signature, IHDR, the chunks about its
     * colours, PLTE where the pixels are indexes, tRNS, IDAT and IEND.
     */
    public void writeTo(OutputStream out) throws IOException {
        writeTo(out, chunks.colors());
    }

    private void writeTo(OutputStream out, ColorChunks colors) throws IOException {
        out.write(bytes, 0, HEAD);
        colors.writeTo(out, bytes);
        if (header().colorType() == PngHeader.PALETTE) {
            chunks.palette().writeTo(out, bytes);
        }
        if (chunks.transparency() != null) {
            chunks.transparency().writeTo(out, bytes);
        }
        data.writeTo(out);
        out.write(Chunk.iend());
    }

    /** Returns the image without its colour chunks, by which a decoder could convert the samples. */
    public byte[] withoutColors() {
        return inMemory(out -> writeTo(out, new ColorChunks()));
    }

    /** Returns the same for a decoder: with the inflated pixels, where they were kept. */
    public byte[] toDecode() {
        return inflated.filter(kept -> isPlain()).map(StoredPng::file).orElseGet(this::withoutColors);
    }

    /**
     * Returns another encoding of the same samples with the colour chunks of this image. Where they would mean
     * something else there, it returns this encoding.
     */
    public byte[] withColors(byte[] png) {
        if (chunks.colors().isEmpty()) {
            return png;
        }
        int colorType = png[HEAD - 8];
        boolean gray = colorType == PngHeader.GRAY || colorType == PngHeader.GRAY_ALPHA;
        return inMemory(out -> {
            if (gray != header().isGray()) {
                writeTo(out);
                return;
            }
            out.write(png, 0, HEAD);
            chunks.colors().writeTo(out, bytes);
            out.write(png, HEAD, png.length - HEAD);
        });
    }

    /** Writes a part of an image. */
    @FunctionalInterface
    private interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] inMemory(Part part) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            part.writeTo(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("a stream in memory failed", e);
        }
        return whole.toByteArray();
    }
}
