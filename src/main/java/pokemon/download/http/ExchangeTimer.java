package pokemon.download.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import pokemon.directory.UntrustedText;
import pokemon.download.trace.AttemptTrace;
import pokemon.download.trace.Exchange;
import pokemon.download.trace.Phase;

/** Takes the times of one request for the trace of an attempt. */
final class ExchangeTimer {
    private final URI uri;
    private final AttemptTrace trace;
    private final long begin = System.nanoTime();
    private volatile long headNanos;
    private final AtomicLong heldBack = new AtomicLong();

    ExchangeTimer(URI uri, AttemptTrace trace) {
        this.uri = uri;
        this.trace = trace;
    }

    /** Notes that the head of the answer is there. Called on a thread of the client. */
    void headArrived() {
        headNanos = System.nanoTime() - begin;
    }

    /** Adds a time, in nanoseconds, for which the body is held back on purpose. */
    void holdBack(long nanos) {
        heldBack.addAndGet(nanos);
    }

    long heldBack() {
        return heldBack.get();
    }

    /** Records an answer, whose body is complete or not wanted. */
    void answered(HttpResponse<ByteBuffer> response) {
        long nanos = System.nanoTime() - begin;
        trace.add(Phase.REQUEST, headNanos);
        trace.add(Phase.BODY, nanos - headNanos);
        if (trace.isWithExchanges()) {
            Optional<String> target = Redirect.is(response)
                    ? Optional.of("to " + UntrustedText.shown(Redirect.location(response)))
                    : Optional.empty();
            long bytes = response.body() == null ? 0 : response.body().remaining();
            trace.add(new Exchange(uri, response.statusCode(), bytes, nanos, connection(response), target));
        }
    }

    void failed(String reason) {
        long nanos = System.nanoTime() - begin;
        trace.add(Phase.REQUEST, headNanos == 0 ? nanos : headNanos);
        trace.add(Phase.BODY, headNanos == 0 ? 0 : nanos - headNanos);
        trace.add(new Exchange(uri, 0, 0, nanos, Optional.empty(), Optional.of(reason)));
    }

    private static Optional<String> connection(HttpResponse<?> response) {
        try {
            Method label = HttpResponse.class.getMethod("connectionLabel");
            return ((Optional<?>) label.invoke(response)).map(String::valueOf);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            // Java has it from version 25 on.
            return Optional.empty();
        }
    }
}
