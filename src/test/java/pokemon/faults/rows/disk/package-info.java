/** Rows about files and directories. */
package pokemon.faults.rows.disk;
