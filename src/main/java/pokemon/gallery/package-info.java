/**
 * A page and a contact sheet that show what a directory of images holds. Frame, cards, style and script of the page are
 * resources of this package.
 */
package pokemon.gallery;
