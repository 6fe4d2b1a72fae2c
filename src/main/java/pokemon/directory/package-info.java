/** What a directory of images holds, and how files are read and written. */
package pokemon.directory;
