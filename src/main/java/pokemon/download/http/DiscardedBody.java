package pokemon.download.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/**
 * Drops the body of an answer whose status alone matters.
 *
 * <p>The exchange is complete as soon as the head has arrived, so no body can hide the status. A short body is read to
 * its end, which keeps the connection for the next request. A long or slow one is given up with its connection.
 */
final class DiscardedBody implements BodySubscriber<ByteBuffer> {
    /** The size of an error page from which its connection is closed instead of kept alive. */
    private static final int MAX_BYTES = 64 << 10;

    /** How long the rest of an error page may take, in nanoseconds. */
    private static final long MAX_NANOS = 500_000_000;

    private final CountDownLatch end = new CountDownLatch(1);
    private Subscription subscription;
    private boolean givenUp;
    private int length;

    @Override
    public CompletionStage<ByteBuffer> getBody() {
        return CompletableFuture.completedFuture(ByteBuffer.allocate(0));
    }

    @Override
    public synchronized void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        if (givenUp) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            length += Math.min(buffer.remaining(), MAX_BYTES);
        }
        if (length > MAX_BYTES) {
            giveUp();
        }
    }

    /** Waits a moment until the body has ended, and gives it up when it has not. */
    void awaitEnd() throws InterruptedException {
        boolean ended = false;
        try {
            ended = end.await(MAX_NANOS, TimeUnit.NANOSECONDS);
        } finally {
            if (!ended) {
                giveUp();
            }
        }
    }

    private synchronized void giveUp() {
        givenUp = true;
        if (subscription != null) {
            subscription.cancel();
        }
        end.countDown();
    }

    @Override
    public void onError(Throwable throwable) {
        // The status has arrived, which is enough.
        end.countDown();
    }

    @Override
    public void onComplete() {
        end.countDown();
    }
}
