package pokemon.experiment.compare.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Does the work without threads for the workers: a worker is a chain of requests, each started by the response before.
 */
final class AsyncRun {
    private AsyncRun() {}

    static Timing run(WorkAssignment assignment, PageWork work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<CompletableFuture<Timing.Worker>> chains = new ArrayList<>();
        for (int i = 0; i < assignment.workers(); i++) {
            long begun = System.nanoTime();
            chains.add(chain(work, i, 0, assignment.items(i))
                    .thenApply(done -> new Timing.Worker(begun - start, System.nanoTime() - begun, 0)));
        }
        List<Timing.Worker> workers = new ArrayList<>();
        try {
            for (CompletableFuture<Timing.Worker> chain : chains) {
                workers.add(chain.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a request failed: " + e.getCause().getMessage(), e.getCause());
        } finally {
            chains.forEach(chain -> chain.cancel(true));
        }
        return Timing.of(System.nanoTime() - start, workers);
    }

    private static CompletableFuture<Void> chain(PageWork work, int worker, int item, int items) {
        return item == items
                ? CompletableFuture.completedFuture(null)
                : work.start(worker, item).thenCompose(done -> chain(work, worker, item + 1, items));
    }
}
