package pokemon.download.http;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** What a server answered when the answer is usable. */
public sealed interface FetchResult {
    /**
     * A body, in the array of the buffer from its start to the limit.
     *
     * @param delimited whether its end was announced; otherwise it ended with the connection, and only its content can
     *     show that it was cut short
     * @param entityTag what the server calls this version of the image, where it does not tell its time
     */
    record Body(ByteBuffer bytes, boolean delimited, Optional<Instant> lastModified, Optional<String> entityTag)
            implements FetchResult {}

    /** The image did not change since it was saved. */
    record NotModified() implements FetchResult {}
}
