/**
 * How {@code auto} finds its number of workers.
 *
 * <p>{@link pokemon.schedule.adaptive.AdaptiveConcurrency} is told what happens and says how many workers are wanted.
 */
package pokemon.schedule.adaptive;
