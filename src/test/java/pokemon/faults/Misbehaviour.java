package pokemon.faults;

import java.io.IOException;

/** What a server does in answer to one request, right or wrong. */
@FunctionalInterface
public interface Misbehaviour {
    /** Answers, and returns whether the connection takes another request. */
    boolean answer(Connection connection) throws IOException;
}
