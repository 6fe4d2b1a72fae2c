package pokemon.download.trace;

import java.net.URI;
import java.util.Optional;

/**
 * A request and its result.
 *
 * @param status the status of the answer, 0 when there was none
 * @param bytes the size of the body as it arrived, 0 when it was not wanted
 * @param nanos from the request to the end of the answer or the failure, in nanoseconds
 * @param connection the name of the connection within its JVM; requests of the same name shared a connection; known
 *     from Java 25 on
 * @param note where the answer redirects to, or why there was none
 */
public record Exchange(
        URI uri, int status, long bytes, long nanos, Optional<String> connection, Optional<String> note) {}
