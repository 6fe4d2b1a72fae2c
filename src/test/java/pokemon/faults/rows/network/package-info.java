/** Rows about names, connections and answers. */
package pokemon.faults.rows.network;
