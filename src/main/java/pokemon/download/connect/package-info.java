/**
 * The way to a server: addresses, proxies, certificates, and the HTTP client that all attempts share.
 *
 * <p>{@link pokemon.download.connect.HttpClients} makes the client, and {@link pokemon.download.address.Routes} finds
 * an address that answers.
 */
package pokemon.download.connect;
