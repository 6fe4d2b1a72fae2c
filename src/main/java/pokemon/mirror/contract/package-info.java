/** What users of the mirror name and read: its faults and its statistics. */
package pokemon.mirror.contract;
