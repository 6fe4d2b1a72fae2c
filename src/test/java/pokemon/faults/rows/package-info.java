/**
 * One test or more for each row of the table of faults, with real sockets, files and child JVMs, in threads and in
 * processes.
 *
 * <p>Start reading at {@link pokemon.launch.Tool}, which says how the program is called, and
 * {@link pokemon.launch.Run}, which checks after every call that no id was lost and no half file is left.
 */
package pokemon.faults.rows;
