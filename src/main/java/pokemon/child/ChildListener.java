package pokemon.child;

import java.time.Duration;

/** Follows child JVMs. Calls come from several threads, also at the same time. */
public interface ChildListener {
    default void childStarted(long pid) {}

    /** A child can download, this long after its start. */
    default void childReady(long pid, Duration start) {}

    /** A child printed a line outside the protocol. */
    default void childPrinted(long pid, String line) {}

    /** A child died, hung or broke the protocol, and is gone. */
    default void childLost(long pid, String reason) {}

    /** A child ended on request. */
    default void childEnded(long pid) {}

    /** Something about a child or its start went wrong, as a sentence without a full stop. */
    default void childTrouble(String what) {}
}
