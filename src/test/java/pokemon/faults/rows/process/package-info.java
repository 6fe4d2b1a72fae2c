/** Rows about children, signals and shortage. */
package pokemon.faults.rows.process;
