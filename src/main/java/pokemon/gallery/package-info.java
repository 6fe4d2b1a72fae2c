/**
 * The gallery: a page and a contact sheet that show what a directory of images holds. May import
 * {@code pokemon.directory} and {@code pokemon.png} and nothing else of ours. What the page is made of lies beside it
 * as resources: its frame, its cards, its style and its script.
 */
package pokemon.gallery;
