package pokemon.mirror.image;

import java.util.List;

/** Puts together what is kept in parts. */
public final class Segments {
    private Segments() {}

    /** Returns the parts one after the other. */
    public static byte[] join(List<byte[]> parts) {
        byte[] whole = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, end, part.length);
            end += part.length;
        }
        return whole;
    }
}
