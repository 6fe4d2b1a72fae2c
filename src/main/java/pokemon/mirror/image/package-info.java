/** What the synthetic images look like. {@link pokemon.mirror.image.MirrorImages} makes the image of an id. */
package pokemon.mirror.image;
