/**
 * What a directory of images holds, and the care for files that are read and written. May import {@code pokemon.png}
 * and nothing else of ours.
 */
package pokemon.directory;
