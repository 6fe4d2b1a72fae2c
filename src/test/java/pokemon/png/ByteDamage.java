package pokemon.png;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes of a file without any regard to its structure, as a bad line or disk does. */
public final class ByteDamage {
    /** Shorter than any chunk, lest a gap takes out just one chunk and leaves another valid image. */
    private static final int LONGEST = 11;

    private ByteDamage() {}

    public static byte[] apply(byte[] file, Random random) {
        byte[] out = file.clone();
        int at = random.nextInt(out.length);
        int length = 1 + random.nextInt(Math.min(LONGEST, out.length - at));
        switch (random.nextInt(8)) {
            case 0 -> out[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> {
                for (int i = 2 + random.nextInt(6); i > 0; i--) {
                    out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> out[at] = (byte) random.nextInt();
            case 3 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, out, at, length);
            }
            case 4 -> Arrays.fill(out, at, at + length, (byte) 0);
            case 5 -> out = join(file, at, file, at + length); // a gap
            case 6 -> out = join(file, at + length, file, at); // a repetition
            default -> out = Arrays.copyOf(file, random.nextBoolean() ? at : file.length + length);
        }
        return out;
    }

    private static byte[] join(byte[] head, int end, byte[] tail, int start) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(Arrays.copyOf(head, end));
        parts.add(Arrays.copyOfRange(tail, start, tail.length));
        return TestImages.join(parts);
    }
}
