package pokemon.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes HTTP/1.1 messages as bytes, right or wrong as told. */
final class HttpBytes {
    private HttpBytes() {}

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** Returns the status line and the headers, each {@code "Name: value"}, without the empty line that ends them. */
    static byte[] unfinishedHead(int status, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Test\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return ascii(head.toString());
    }

    static byte[] head(int status, String... headers) {
        return join(unfinishedHead(status, headers), ascii("\r\n"));
    }

    /** Returns one chunk in the chunked transfer coding (RFC 9112 section 7.1). */
    static byte[] chunk(byte[] data) {
        return join(chunkSize(data.length), data, ascii("\r\n"));
    }

    static byte[] chunkSize(int size) {
        return ascii(Integer.toHexString(size) + "\r\n");
    }

    static byte[] firstHalf(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    static byte[] secondHalf(byte[] body) {
        return Arrays.copyOfRange(body, body.length / 2, body.length);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
