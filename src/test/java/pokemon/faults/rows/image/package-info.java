/** Rows about what the answers hold. */
package pokemon.faults.rows.image;
