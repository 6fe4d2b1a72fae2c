/**
 * Connections, requests and responses of the mirror.
 *
 * <p>{@link pokemon.mirror.http.MirrorConnection} reads requests, {@link pokemon.mirror.http.RequestHandler} answers
 * them from an {@link pokemon.mirror.http.ImageStore}, and {@link pokemon.mirror.http.FaultPlan} decides which answers
 * fail.
 */
package pokemon.mirror.http;
