/**
 * Who does which id and when: the work-queue, retries, the workers, and the report of a run. May import
 * {@code pokemon.child} and {@code pokemon.download}.
 */
package pokemon.schedule;
