package pokemon.experiment;

import java.util.Locale;

/** What the workers of a comparison do. */
enum Workload {
    /** Pure computation: an item counts the primes below 20 000. */
    CPU("primes below 20 000 counted"),
    /** Waiting: an item fetches an image and writes its bytes to disk. */
    IO("images fetched and written to disk"),
    /** Both: an item fetches an image, decodes it, encodes it again and saves it. */
    MIXED("images fetched, decoded, encoded and saved");

    private final String items;

    Workload(String items) {
        this.items = items;
    }

    /** Returns what the items are, for an axis or a sentence. */
    String items() {
        return items;
    }

    /** Returns its name on the command line and in reports. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean usesNetwork() {
        return this != CPU;
    }
}
