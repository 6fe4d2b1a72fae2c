package pokemon.download.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import pokemon.download.outcome.DownloadException;
import pokemon.download.outcome.FailureKind;

/**
 * Undoes the codings of a body (RFC 9110, 8.4). No request asks for one, but some servers send {@code gzip}, and some
 * name it for a body without coding.
 */
final class ContentCoding {
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final Set<String> UNKNOWN = Set.of("br", "zstd", "deflate", "compress", "x-compress");

    /** RFC 1952, 2.3.1. */
    private static final int MAGIC = 0x1F8B;

    private ContentCoding() {}

    /**
     * Returns a body as it was before it was coded.
     *
     * @param ifDamaged the sort of failure that damage is
     * @throws DownloadException when it is larger, is damaged, or has a coding that is not known here
     */
    static ByteBuffer decode(ByteBuffer body, HttpHeaders headers, int maxBytes, FailureKind ifDamaged)
            throws DownloadException {
        ByteBuffer decoded = body;
        String[] codings =
                String.join(",", headers.allValues("Content-Encoding")).split(",", -1);
        // The last one was applied last.
        for (int i = codings.length - 1; i >= 0; i--) {
            String coding = codings[i].strip().toLowerCase(Locale.ROOT);
            if (UNKNOWN.contains(coding)) {
                throw new DownloadException(
                        FailureKind.PERMANENT,
                        "the server sent the content coding " + coding + ", which cannot be decoded");
            }
            if (GZIP.contains(coding) && decoded.limit() > 1 && (decoded.getShort(0) & 0xFFFF) == MAGIC) {
                decoded = gunzip(decoded, maxBytes, ifDamaged);
            }
        }
        return decoded;
    }

    private static ByteBuffer gunzip(ByteBuffer body, int maxBytes, FailureKind ifDamaged) throws DownloadException {
        try (InputStream in =
                new GZIPInputStream(new ByteArrayInputStream(body.array(), body.arrayOffset(), body.limit()))) {
            byte[] decoded = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw new DownloadException(
                        FailureKind.PERMANENT, new BoundedBody.TooLargeException(maxBytes).getMessage());
            }
            return ByteBuffer.wrap(decoded);
        } catch (EOFException | ZipException e) {
            throw new DownloadException(ifDamaged, "the gzip coding of the answer is damaged");
        } catch (IOException e) {
            throw new IllegalStateException("memory was read", e);
        }
    }
}
