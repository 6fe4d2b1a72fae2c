/**
 * What the workers of a run did over time: a lane for each worker, a bar for each image.
 * {@link pokemon.timeline.Timeline} is the model; {@link pokemon.timeline.TimelinePage} shows it in a browser and
 * {@link pokemon.timeline.TimelinePainter} in a picture.
 */
package pokemon.timeline;
