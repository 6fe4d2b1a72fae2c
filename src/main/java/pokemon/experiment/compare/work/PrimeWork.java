package pokemon.experiment.compare.work;

/** Counts primes by trial division, and checks the count so that the compiler cannot drop the work. */
final class PrimeWork implements Work {
    private static final int PRIMES = 2_262;

    // Not a compile-time constant: the compiler could compute the answer in advance.
    private final int limit;

    PrimeWork() {
        limit = Integer.getInteger("pokemon.experiment.primes", 20_000);
    }

    @Override
    public void item(int worker, int item) {
        int count = primesBelow(limit);
        if (count != PRIMES) {
            throw new IllegalStateException("there are " + PRIMES + " primes below 20 000, not " + count);
        }
    }

    static int primesBelow(int limit) {
        int count = 0;
        for (int n = 2; n < limit; n++) {
            if (isPrime(n)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isPrime(int n) {
        for (int divisor = 2; divisor * divisor <= n; divisor++) {
            if (n % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
