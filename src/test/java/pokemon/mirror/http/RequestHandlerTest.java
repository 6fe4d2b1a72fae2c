package pokemon.mirror.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class RequestHandlerTest {
    private static final RequestHead REQUEST = new RequestHead("GET", "/007.png", true, Map.of());

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Counters counters = new Counters();

    private RequestHandler handler(ImageStore store, Duration latency) {
        return new RequestHandler(
                store, new FaultPlan(Map.of(), 0), new Latency(latency, Duration.ZERO, 0, closed), counters);
    }

    @Test
    void aFileThatCannotBeReadIsAnErrorOfTheServer() throws IOException {
        ImageStore broken = path -> {
            throw new IOException("disk on fire");
        };
        assertEquals(500, handler(broken, Duration.ZERO).respond(REQUEST).status());
        assertEquals(Map.of(500, 1L), counters.snapshot().byStatus());
    }

    @Test
    void nothingIsAnsweredOnceTheMirrorHasClosed() {
        closed.countDown();
        RequestHandler handler = handler(ImageStore.SYNTHETIC, Duration.ofHours(1));
        assertThrows(InterruptedIOException.class, () -> handler.respond(REQUEST));
        assertEquals(Map.of(), counters.snapshot().byStatus());
    }
}
