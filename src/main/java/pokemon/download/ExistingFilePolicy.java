package pokemon.download;

/** Decides about an image that is already in the output directory. */
public enum ExistingFilePolicy {
    /** Download it anew and replace it. */
    REPLACE,
    /** Keep it without asking the server when it passes the complete check. */
    KEEP,
    /** Ask the server for it only if it changed since the file's modification time. */
    UPDATE
}
