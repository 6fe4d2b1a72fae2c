/** The parts of the mirror that other packages see: its faults and its statistics. */
package pokemon.mirror.contract;
