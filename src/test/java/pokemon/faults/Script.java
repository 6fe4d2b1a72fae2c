package pokemon.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows which answer comes next; the most specific rule wins. */
final class Script {
    private static final String CONNECT = "CONNECT";

    private final Map<Object, Deque<Misbehaviour>> rules = new HashMap<>();
    private Misbehaviour otherwise = Misbehaviours.status(404);

    synchronized void always(Misbehaviour answer) {
        otherwise = answer;
    }

    /** Keys are paths, ids and {@code CONNECT}; no path is like either of the others. */
    synchronized void put(Object key, Misbehaviour... inOrder) {
        if (inOrder.length == 0) {
            throw new IllegalArgumentException("no answer given for " + key);
        }
        rules.put(key, new ArrayDeque<>(List.of(inOrder)));
    }

    void onConnect(Misbehaviour... inOrder) {
        put(CONNECT, inOrder);
    }

    synchronized Misbehaviour next(RequestSeen request) {
        if (request.method().equals(CONNECT)) {
            return rules.containsKey(CONNECT) ? takeNext(rules.get(CONNECT)) : Misbehaviours.status(405);
        }
        if (rules.containsKey(request.path())) {
            return takeNext(rules.get(request.path()));
        }
        if (request.id().isPresent() && rules.containsKey(request.id().getAsInt())) {
            return takeNext(rules.get(request.id().getAsInt()));
        }
        return otherwise;
    }

    private static Misbehaviour takeNext(Deque<Misbehaviour> answers) {
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
}
