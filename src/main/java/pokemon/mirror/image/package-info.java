/** Draws the synthetic images. {@link pokemon.mirror.image.MirrorImages} makes the image of an id. */
package pokemon.mirror.image;
