package pokemon.experiment.compare.work;

import java.util.Locale;

/** The workloads of a comparison. */
public enum Workload {
    /** Pure computation: an item counts the primes below 20 000. */
    CPU("the primes below 20 000 are counted"),
    /** Waiting: an item fetches an image and writes its bytes to disk. */
    IO("a page is fetched and written to disk"),
    /** Both: an item fetches an image, decodes it, encodes it again and saves it. */
    MIXED("an image is fetched, decoded, encoded and saved");

    private final String items;

    Workload(String items) {
        this.items = items;
    }

    /** Returns the work on an item, as a clause. */
    public String items() {
        return items;
    }

    /** Returns its name on the command line and in reports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the start of column names. */
    public String column() {
        return name().charAt(0) + toString().substring(1);
    }

    /** Returns whether its items are fetched from a server. */
    public boolean usesNetwork() {
        return this != CPU;
    }
}
