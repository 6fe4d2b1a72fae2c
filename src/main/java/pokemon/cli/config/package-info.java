/** Defaults from the environment and from the settings file. */
package pokemon.cli.config;
