package pokemon.mirror.http;

import java.time.Instant;
import java.util.List;

/**
 * A file to serve.
 *
 * @param id the id in its name, or 0 when that is no name of an image
 * @param type the media type
 * @param modified the time of its last change, in whole seconds
 * @param parts its bytes, cut anywhere; the arrays are shared and never change
 */
record StoredImage(int id, String type, Instant modified, List<byte[]> parts) {}
