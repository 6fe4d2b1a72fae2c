/**
 * What a run or a look at a directory leaves behind for people and scripts: summary lines and JSON documents. May
 * import {@code pokemon.schedule}, {@code pokemon.download} and {@code pokemon.directory}.
 */
package pokemon.report;
