/**
 * A page and a contact sheet of a directory of images. Frame, cards, style and script of the page are resources of this
 * package.
 */
package pokemon.gallery;
