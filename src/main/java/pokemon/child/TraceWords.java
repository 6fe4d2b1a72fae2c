package pokemon.child;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import pokemon.download.trace.AttemptTrace;
import pokemon.download.trace.Exchange;
import pokemon.download.trace.Phase;

/** The trace of an attempt as words of {@link ChildProtocol}: a time for each phase, and six words for each request. */
final class TraceWords {
    private static final int EXCHANGE = 6;

    private TraceWords() {}

    static String of(AttemptTrace trace) {
        StringBuilder words = new StringBuilder();
        for (Phase phase : Phase.values()) {
            words.append(' ').append(trace.nanos(phase));
        }
        for (Exchange exchange : trace.exchanges()) {
            words.append(' ').append(ChildProtocol.encode(exchange.uri().toString()));
            words.append(' ').append(exchange.status());
            words.append(' ').append(exchange.bytes());
            words.append(' ').append(exchange.nanos());
            words.append(' ').append(ChildProtocol.optional(exchange.connection()));
            words.append(' ').append(ChildProtocol.optional(exchange.note()));
        }
        return words.toString();
    }

    /** Reads words; throws an {@link IllegalArgumentException} when they are no trace. */
    static AttemptTrace read(List<String> words) {
        AttemptTrace trace = new AttemptTrace(true);
        int phases = Phase.values().length;
        if (words.size() < phases || (words.size() - phases) % EXCHANGE != 0) {
            throw new IllegalArgumentException(words.size() + " words of a trace");
        }
        Iterator<String> times = words.iterator();
        for (Phase phase : Phase.values()) {
            trace.add(phase, ChildProtocol.atLeast(0, times.next()));
        }
        for (int i = phases; i < words.size(); i += EXCHANGE) {
            trace.add(exchange(words.subList(i, i + EXCHANGE)));
        }
        return trace;
    }

    private static Exchange exchange(List<String> words) {
        return new Exchange(
                URI.create(ChildProtocol.decode(words.get(0))),
                Integer.parseInt(words.get(1)),
                ChildProtocol.atLeast(0, words.get(2)),
                ChildProtocol.atLeast(0, words.get(3)),
                ChildProtocol.text(words.get(4)),
                ChildProtocol.text(words.get(5)));
    }
}
