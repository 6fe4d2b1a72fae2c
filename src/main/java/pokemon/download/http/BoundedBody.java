package pokemon.download.http;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import pokemon.download.connect.BandwidthLimit;

/**
 * Collects a response body in memory, in the array of a buffer from its start, and gives up as soon as it is larger
 * than a limit.
 */
final class BoundedBody implements BodySubscriber<ByteBuffer> {
    private static final int FIRST_GUESS = 16 << 10;

    private final CompletableFuture<ByteBuffer> whole = new CompletableFuture<>();
    private final int maxBytes;
    private final BandwidthLimit bandwidth;
    private final ExchangeTimer timer;
    private byte[] bytes;
    private int length;
    private Subscription subscription;

    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(int maxBytes) {
            super("the body is larger than the limit of " + maxBytes + " bytes");
        }
    }

    BoundedBody(HttpHeaders headers, int maxBytes, BandwidthLimit bandwidth, ExchangeTimer timer) {
        this.maxBytes = maxBytes;
        this.bandwidth = bandwidth;
        this.timer = timer;
        // The announced length only sizes the buffer, it is not trusted.
        long announced = headers.firstValueAsLong("Content-Length").orElse(FIRST_GUESS);
        this.bytes = new byte[(int) Math.max(0, Math.min(announced, Math.min(maxBytes, 1 << 20)))];
    }

    @Override
    public CompletionStage<ByteBuffer> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(bandwidth.isSet() ? 1 : Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        int before = length;
        for (ByteBuffer buffer : buffers) {
            int more = buffer.remaining();
            if (more > maxBytes - length) {
                subscription.cancel();
                whole.completeExceptionally(new TooLargeException(maxBytes));
                return;
            }
            if (more > bytes.length - length) {
                int doubled = (int) Math.min(maxBytes, Math.max(2L * bytes.length, FIRST_GUESS));
                bytes = Arrays.copyOf(bytes, Math.max(doubled, length + more));
            }
            buffer.get(bytes, length, more);
            length += more;
        }
        long delay = bandwidth.received(length - before, System.nanoTime());
        if (delay <= 0) {
            subscription.request(1);
            return;
        }
        timer.holdBack(delay);
        CompletableFuture.delayedExecutor(delay, TimeUnit.NANOSECONDS).execute(() -> subscription.request(1));
    }

    @Override
    public void onError(Throwable throwable) {
        whole.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        whole.complete(ByteBuffer.wrap(bytes, 0, length));
    }
}
