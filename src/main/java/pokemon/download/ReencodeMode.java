package pokemon.download;

/** How a fetched image becomes the PNG that is saved. */
public enum ReencodeMode {
    /** A plain PNG is written anew from its own verified pixel stream; everything else goes through ImageIO. */
    AUTO,
    /** ImageIO decodes and re-encodes every image. */
    ALWAYS
}
