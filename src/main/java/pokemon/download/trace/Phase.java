package pokemon.download.trace;

import java.util.Locale;

/** The phases of an attempt at an image, in their order. */
public enum Phase {
    /** From a request to the first byte of its answer, connecting included. Redirects add up. */
    REQUEST,
    /** From the first byte of an answer to the last. */
    BODY,
    /** The check of a PNG. */
    CHECK,
    /** Decoding and encoding; for other formats than PNG, the check included. */
    REENCODE,
    /** Writing the file and renaming it. */
    WRITE;

    /** Returns the name as it stands in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
