package pokemon.mirror.http;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import pokemon.mirror.contract.Fault;
import pokemon.mirror.contract.MirrorStatistics;

/** Counts what happens, from any thread. */
public final class Counters {
    private final LongAdder connections = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder images = new LongAdder();
    private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
    private final Map<Fault, LongAdder> byFault = new ConcurrentHashMap<>();
    private final Map<Integer, Long> byId = new ConcurrentHashMap<>();

    public void connection() {
        connections.increment();
    }

    void request() {
        requests.increment();
    }

    void image() {
        images.increment();
    }

    void status(int status) {
        byStatus.computeIfAbsent(status, key -> new LongAdder()).increment();
    }

    void fault(Fault fault) {
        byFault.computeIfAbsent(fault, key -> new LongAdder()).increment();
    }

    /** Counts a request of that id and returns how many there were before it. */
    long attempt(int id) {
        return byId.merge(id, 1L, Long::sum) - 1;
    }

    public MirrorStatistics snapshot() {
        return new MirrorStatistics(
                connections.sum(), requests.sum(), images.sum(), sums(byStatus), sums(byFault), new TreeMap<>(byId));
    }

    private static <K> SortedMap<K, Long> sums(Map<K, LongAdder> counts) {
        SortedMap<K, Long> sums = new TreeMap<>();
        counts.forEach((key, count) -> sums.put(key, count.sum()));
        return sums;
    }
}
