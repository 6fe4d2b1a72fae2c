package pokemon.download;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** What a server answered when the answer is usable. */
sealed interface Fetched {
    /** A whole body, in the array of the buffer from its start to the limit. */
    record Body(ByteBuffer bytes, Optional<Instant> lastModified) implements Fetched {}

    /** The image did not change since the time that the request named. */
    record NotModified() implements Fetched {}
}
