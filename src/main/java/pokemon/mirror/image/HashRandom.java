package pokemon.mirror.image;

/**
 * Hashes a few numbers to a pseudo-random one.
 *
 * <p>Everything random about the mirror is such a function of seed, id and attempt. A shared generator would give other
 * numbers in each run, with the order of the threads.
 */
public final class HashRandom {
    private HashRandom() {}

    /** Mixes the values one by one with the finalizer of SplitMix64 to a number from 0 to below 1. */
    public static double unit(long... values) {
        long state = 0;
        for (long value : values) {
            long z = state + 0x9E3779B97F4A7C15L + value;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            state = z ^ (z >>> 31);
        }
        return (state >>> 11) * 0x1p-53;
    }
}
