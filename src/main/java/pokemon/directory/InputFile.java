package pokemon.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that users name as input, as a whole and up to a size. */
public final class InputFile {
    /** The largest list of ids, settings or certificates, in bytes. */
    public static final int MAX_TEXT = 16 << 20;

    /** The largest report, in bytes; one of 100 000 ids has about 30 MB. */
    public static final int MAX_REPORT = 128 << 20;

    private InputFile() {}

    /**
     * Reads a file, a FIFO or a device to its end.
     *
     * @param max the most bytes that it may have
     * @throws IOException when it cannot be read, or is larger; then little or nothing of it was read
     */
    public static byte[] bytes(Path file, int max) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > max) {
            throw tooLarge(file, max);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bytes(in, file, max);
        } catch (OutOfMemoryError e) {
            throw (IOException) new FileSystemException(file.toString(), null, "not enough memory").initCause(e);
        }
    }

    /** Does the same for text in UTF-8; anything else is a {@link CharacterCodingException}. */
    public static String text(Path file, int max) throws IOException {
        return decoded(bytes(file, max));
    }

    /** Reads the rest of a stream, such as standard input, as text in UTF-8; a larger one fails. */
    public static String text(InputStream in, int max) throws IOException {
        return decoded(bytes(in, Path.of("-"), max));
    }

    private static byte[] bytes(InputStream in, Path file, int max) throws IOException {
        byte[] bytes = in.readNBytes(max + 1);
        if (bytes.length > max) {
            throw tooLarge(file, max);
        }
        return bytes;
    }

    private static String decoded(byte... bytes) throws CharacterCodingException {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        return utf8.decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static FileSystemException tooLarge(Path file, int max) {
        return new FileSystemException(
                file.toString(), null, "it is larger than " + (max >> 20) + " MiB, the most that is read");
    }
}
