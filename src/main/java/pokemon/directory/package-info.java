/** Listing and checking directories of images, and reading and writing other files. */
package pokemon.directory;
