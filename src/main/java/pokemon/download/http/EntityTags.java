package pokemon.download.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps the entity tag of an image (RFC 9110, 8.8.3) in an extended attribute of its file, {@code user.pokemon.etag} on
 * Linux, so that the directory holds images only.
 *
 * <p>The tag is of one address and of the bytes that were saved: a file that has another size or time by now has none.
 * Where the file system keeps no such attributes, there are no tags, and the image is downloaded anew.
 */
public final class EntityTags {
    private static final String ATTRIBUTE = "pokemon.etag";

    /** A strong or weak tag, short enough for any file system. */
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]{0,1000}\"");

    private EntityTags() {}

    /** Returns whether a header holds a tag that can be kept and sent again. */
    static boolean isTag(String value) {
        return TAG.matcher(value).matches();
    }

    /** Returns the tag that a file was saved with from an address, if it is still that file. */
    public static Optional<String> read(Path file, URI uri) {
        try {
            UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
            if (view == null || !view.list().contains(ATTRIBUTE)) {
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.allocate(view.size(ATTRIBUTE));
            view.read(ATTRIBUTE, bytes);
            String text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
            String mark = mark(file, uri);
            return Optional.of(text.startsWith(mark) ? text.substring(mark.length()) : "")
                    .filter(EntityTags::isTag);
        } catch (IOException | UnsupportedOperationException e) {
            // Without the tag, the server sends the image once more.
            return Optional.empty();
        }
    }

    /** Writes the tag to a file that is complete. */
    public static void write(Path file, URI uri, String tag) {
        try {
            UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
            if (view != null) {
                view.write(ATTRIBUTE, StandardCharsets.US_ASCII.encode(mark(file, uri) + tag));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Without the tag, the next update downloads the image once more.
            return;
        }
    }

    private static String mark(Path file, URI uri) throws IOException {
        // An address may hold a secret.
        UUID address = UUID.nameUUIDFromBytes(uri.toString().getBytes(StandardCharsets.UTF_8));
        return address + " " + Files.size(file) + " "
                + Files.getLastModifiedTime(file).toMillis() + " ";
    }
}
