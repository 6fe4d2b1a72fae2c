/** The entry point. May import every other package; nothing imports it. */
package pokemon;
