/** Tests of the whole program, in JVMs of its own, with real servers and a real browser. */
package pokemon.it;
