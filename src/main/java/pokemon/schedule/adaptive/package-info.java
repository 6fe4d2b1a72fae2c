/**
 * How {@code auto} finds its number of workers.
 *
 * <p>{@link pokemon.schedule.adaptive.AdaptiveConcurrency} gets the events of a run and decides the number of workers.
 */
package pokemon.schedule.adaptive;
