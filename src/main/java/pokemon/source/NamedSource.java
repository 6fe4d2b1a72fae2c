package pokemon.source;

/** A lower-case name of a source, the URL of an image with the place of its id, and a clause about what is there. */
public record NamedSource(String name, String template, String about) {}
