package pokemon.source;

/**
 * A source that has a name.
 *
 * @param name the name, in lower case
 * @param template the URL of an image, with the place of its id
 * @param about what is there, as a clause
 */
public record NamedSource(String name, String template, String about) {}
