package pokemon.mirror;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Holds what a mirror has counted up to one moment.
 *
 * <p>A request is counted before its response is sent, so a client that has read a response finds it in the statistics.
 * Requests for the statistics themselves are not counted, only the connections that carry them.
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
    /** Copies the maps. */
    public MirrorStatistics {
        byStatus = Collections.unmodifiableSortedMap(new TreeMap<>(byStatus));
        byFault = Collections.unmodifiableSortedMap(new TreeMap<>(byFault));
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    /**
     * Returns how often the image of that id was requested by GET, whatever came of it.
     *
     * @param id the id
     * @return the count, 0 for an id never requested
     */
    public long requests(int id) {
        return byId.getOrDefault(id, 0L);
    }

    /**
     * Returns the statistics as a JSON object on one line, without the counts per id.
     *
     * @return
     *     {@code {"connections":1,"requests":2,"images":1,"by_status":{"200":1,"404":1},"by_fault":{"not-found":1}}}
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
