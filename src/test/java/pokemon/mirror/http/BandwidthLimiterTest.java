package pokemon.mirror.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class BandwidthLimiterTest {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void allConnectionsShareTheLink() throws Exception {
        BandwidthLimiter bandwidth = new BandwidthLimiter(1_000_000, closed);
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            Callable<Integer> write = () -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                bandwidth.write(out, new byte[50_000], 0, 50_000);
                return out.size();
            };
            long start = System.nanoTime();
            for (var size : executor.invokeAll(List.of(write, write, write))) {
                assertEquals(50_000, size.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            // 150 KB at 1 MB/s, less the little that may be made up for.
            assertTrue(seconds > 0.14, () -> "took " + seconds);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void onlyTheGivenPartIsWritten() throws IOException {
        for (long rate : new long[] {0, 100_000_000}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new BandwidthLimiter(rate, closed)
                    .write(out, "0123456789".repeat(5000).getBytes(UTF_8), 1, 40_002);
            assertEquals("1234567890".repeat(4000) + "12", out.toString(UTF_8));
        }
    }
}
