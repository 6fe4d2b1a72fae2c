/** Tests that the documentation and the examples are true. */
package pokemon.docs;
