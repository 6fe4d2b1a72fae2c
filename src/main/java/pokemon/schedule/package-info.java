/**
 * Which worker does which id, and when.
 *
 * <p>{@link pokemon.schedule.Scheduler} runs the workers, the queue deals out ids, and the report accounts for each id.
 */
package pokemon.schedule;
