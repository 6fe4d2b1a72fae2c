/**
 * Rules for failures of the server and of workers, without threads, clocks or I/O.
 *
 * <p>No class is safe for use by several threads at once. All times are nanoseconds of one clock.
 */
package pokemon.schedule.policy;
