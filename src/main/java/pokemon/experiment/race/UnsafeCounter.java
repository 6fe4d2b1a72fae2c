package pokemon.experiment.race;

import java.lang.invoke.VarHandle;

/**
 * The counter that goes wrong, as in a program that was written for one worker.
 *
 * <p>Between any two of its accesses to {@code count} another worker may come: two read the same value and draw the
 * same id; one finds the count set back by a slow other and draws old ids again; one reads what another has just
 * written, and the id in between is nobody's; two pass the check for the last id together.
 *
 * <p>The fences forbid the compiler to keep {@code count} in a register, in which it would count for itself without
 * looking at the others. Each access therefore really happens, as it does in an interpreter. They make nothing atomic,
 * and on x86 they are no instructions.
 */
final class UnsafeCounter implements IdSource {
    private final int last;
    private int count;

    UnsafeCounter(int last) {
        this.last = last;
    }

    @Override
    public int draw(int worker) {
        VarHandle.acquireFence();
        if (count >= last) {
            return NONE;
        }
        VarHandle.acquireFence();
        count = count + 1;
        VarHandle.acquireFence();
        return count;
    }
}
