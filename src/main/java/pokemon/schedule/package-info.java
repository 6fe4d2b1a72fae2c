/**
 * Assigns ids to workers.
 *
 * <p>{@link pokemon.schedule.Scheduler} runs the workers, {@code WorkQueue} hands out ids, and {@code RunRecorder}
 * records the result of each id.
 */
package pokemon.schedule;
