package pokemon.mirror.http;

import java.time.Instant;
import java.util.List;

/**
 * Holds one file to serve.
 *
 * @param id the id in its name, or 0 when the name is not that of an image
 * @param type the media type
 * @param modified when it was changed last, in whole seconds
 * @param parts its bytes, cut anywhere; nobody changes the arrays
 */
record StoredImage(int id, String type, Instant modified, List<byte[]> parts) {}
