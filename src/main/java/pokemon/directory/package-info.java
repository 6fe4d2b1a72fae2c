/** What a directory of images holds. May import {@code pokemon.png} and nothing else of ours. */
package pokemon.directory;
