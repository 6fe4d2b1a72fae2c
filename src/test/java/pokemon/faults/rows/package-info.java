/**
 * Tests for each row of the table of faults, with real sockets, files and child JVMs.
 *
 * <p>Start reading at {@link pokemon.launch.Tool}, which calls the program, and {@link pokemon.launch.Run}, which
 * checks after every call that no id was lost and no incomplete file is left.
 */
package pokemon.faults.rows;
