package pokemon.schedule;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdSet;

/** How many fresh ids per second the one queue hands out, all threads together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WorkQueueBenchmark {
    private WorkQueue queue;

    /** Fills the queue with 2^31 - 1 ids, which a second of claims does not empty. */
    @Setup(Level.Iteration)
    public void fill() {
        queue = new WorkQueue(IdSet.of(new IdRange(1, Integer.MAX_VALUE)), 1, 0, Ticker.SYSTEM);
    }

    /** One worker. */
    @Benchmark
    @Threads(1)
    public int claimByOneThread() throws InterruptedException {
        return queue.claim(0).orElseThrow().id();
    }

    /** Eight workers at one partition. */
    @Benchmark
    @Threads(8)
    public int claimByEightThreads() throws InterruptedException {
        return queue.claim(0).orElseThrow().id();
    }
}
