package pokemon.download.http;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server needs to know to say that an image did not change since it was saved (RFC 9110, 8.8).
 *
 * @param modified when it was modified last
 * @param entityTag what the server called this version of it, with its quotation marks
 */
public record Validator(Instant modified, Optional<String> entityTag) {}
