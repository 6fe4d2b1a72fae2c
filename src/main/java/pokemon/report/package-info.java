/** Summary lines and JSON documents about a run or a directory, for people and scripts. */
package pokemon.report;
