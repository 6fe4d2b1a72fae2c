package pokemon.mirror.contract;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The counts of a mirror at one moment.
 *
 * <p>A request is counted before its response is sent, so a client that has read a response finds it in the statistics.
 * Requests for the statistics are not counted, but their connections are.
 *
 * @param connections connections accepted
 * @param requests requests received, malformed ones included
 * @param images responses that carry a whole, intact image
 * @param byStatus responses by status code; a reset before the response has none
 * @param byFault faults committed
 * @param byId GET requests by the id of the image
 */
public record MirrorStatistics(
        long connections,
        long requests,
        long images,
        SortedMap<Integer, Long> byStatus,
        SortedMap<Fault, Long> byFault,
        SortedMap<Integer, Long> byId) {
    public MirrorStatistics {
        byStatus = Collections.unmodifiableSortedMap(new TreeMap<>(byStatus));
        byFault = Collections.unmodifiableSortedMap(new TreeMap<>(byFault));
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    /**
     * Returns the counts, except those by id, as a JSON object on one line, such as
     * {@code {"connections":1,"requests":2,"images":1,"by_status":{"200":1,"404":1},"by_fault":{"not-found":1}}}.
     */
    public String toJson() {
        return "{\"connections\":" + connections + ",\"requests\":" + requests + ",\"images\":" + images
                + ",\"by_status\":" + json(byStatus) + ",\"by_fault\":" + json(byFault) + "}";
    }

    private static String json(Map<?, Long> counts) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        counts.forEach((key, count) -> members.add("\"" + key + "\":" + count));
        return members.toString();
    }
}
