/**
 * The embedded mirror: a small HTTP/1.1 server on loopback that serves synthetic images, or a directory of images, and
 * can be told to be slow or to misbehave in named ways. It exists so that a download can be tried, measured and broken
 * without the network. It imports nothing but the JDK, and of that neither AWT nor ImageIO, which take longer to start
 * than the whole mirror.
 *
 * <p>Start reading at {@link pokemon.mirror.MirrorServer}; the pictures begin at {@link pokemon.mirror.MirrorImages}.
 */
package pokemon.mirror;
