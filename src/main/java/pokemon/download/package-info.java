/**
 * One image: where it comes from, fetching it, checking it, and publishing it under its name. Knows nothing of ranges,
 * workers or retries. May import {@code pokemon.png} and nothing else of ours.
 */
package pokemon.download;
