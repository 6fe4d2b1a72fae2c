/**
 * The built-in mirror: an HTTP/1.1 server on loopback.
 *
 * <p>It serves synthetic images or a directory, and can be slow or misbehave in named ways.
 * {@link pokemon.mirror.MirrorServer} starts it. It uses neither AWT nor ImageIO, which take longer to start than the
 * mirror.
 */
package pokemon.mirror;
