/**
 * One image: where it comes from, its download, its check, and its publication under its name.
 *
 * <p>{@link pokemon.download.ImageDownloader} makes one attempt. Nothing here knows ranges, workers or retries.
 */
package pokemon.download;
