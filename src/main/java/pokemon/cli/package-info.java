/**
 * The command line: arguments and options become settings, one call follows, and its result becomes lines and an exit
 * code. No logic of its own. May import every package but {@code pokemon}.
 */
package pokemon.cli;
