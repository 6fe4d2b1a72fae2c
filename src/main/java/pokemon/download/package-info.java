/**
 * One attempt at one image: download, check, conversion and publication under its name.
 *
 * <p>{@link pokemon.download.ImageDownloader} makes one attempt. Nothing here knows ranges, workers or retries.
 */
package pokemon.download;
