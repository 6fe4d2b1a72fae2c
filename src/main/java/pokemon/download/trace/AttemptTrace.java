package pokemon.download.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Records what happens in one attempt. For use by one thread. */
public final class AttemptTrace {
    private final boolean withExchanges;
    private final List<Exchange> exchanges = new ArrayList<>(1);
    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);

    /** Begins a record of times, and of requests if wanted. */
    public AttemptTrace(boolean withExchanges) {
        this.withExchanges = withExchanges;
    }

    public boolean isWithExchanges() {
        return withExchanges;
    }

    /** Adds some time, in nanoseconds, to a phase. */
    public void add(Phase phase, long time) {
        nanos.merge(phase, time, Long::sum);
    }

    /** Adds a request, if requests are recorded. */
    public void add(Exchange exchange) {
        if (withExchanges) {
            exchanges.add(exchange);
        }
    }

    public void addAll(AttemptTrace other) {
        other.nanos.forEach(this::add);
        other.exchanges.forEach(this::add);
    }

    /** Returns how long a phase took, in nanoseconds, 0 when it was not reached. */
    public long nanos(Phase phase) {
        return nanos.getOrDefault(phase, 0L);
    }

    /** Returns the times of the phases that were reached, in nanoseconds. */
    Map<Phase, Long> nanos() {
        return nanos;
    }

    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
