package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;
import pokemon.schedule.OutageControl.Decision;
import pokemon.schedule.adaptive.CpuLoad;
import pokemon.schedule.policy.CircuitBreaker;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RunSettings;

final class OutageControlTest {
    private static final int LEFT = 100;
    private static final Outcome.Failed AWAY = TestRuns.failed(FailureKind.UNREACHABLE);

    private final Ticker ticker = Ticker.SYSTEM;
    private final WorkQueue queue = new WorkQueue(IdSet.of(new IdRange(1, LEFT)), 1, 0, ticker);
    private final OutageControl control = control();

    private OutageControl control() {
        RunSettings settings = TestRuns.settings(LEFT, 2, Path.of("nowhere"));
        EventQueue events = new EventQueue(List.of());
        WorkerPool pool = new WorkerPool(worker -> null, (worker, downloader) -> {});
        WorkerStartGate gate = new WorkerStartGate(1, pool::ready, new CpuLoad(), ticker);
        CircuitBreaker breaker = new CircuitBreaker(Duration.ofSeconds(60), ticker.nanoTime());
        return new OutageControl(breaker, queue, new PoolSizer(settings, events, pool, gate, ticker), events);
    }

    private Attempt attempt(int worker, Claim claim) {
        long now = ticker.nanoTime();
        return new Attempt(claim, worker, now, now, 0, new AttemptTrace(false));
    }

    private Decision lastFailure(Attempt attempt) {
        return control.failed(attempt, AWAY, true, ticker.nanoTime(), LEFT);
    }

    /** As an outage leaves an id behind: it has failed, and others have succeeded since. */
    private Attempt failedBefore(int worker) throws InterruptedException {
        return attempt(worker, queue.claim(worker).orElseThrow().forgiven());
    }

    @Test
    void anIdThatFailsWhileOthersSucceedHasFailedByItself() throws InterruptedException {
        control.answered(attempt(0, queue.claim(0).orElseThrow()), ticker.nanoTime());
        assertEquals(Decision.COUNTS, lastFailure(failedBefore(1)));
    }

    @Test
    void anIdThatFailsWhileOthersBeginToFailMayBeHitByAnotherOutage() throws InterruptedException {
        control.answered(attempt(0, queue.claim(0).orElseThrow()), ticker.nanoTime());
        Attempt other = attempt(0, queue.claim(0).orElseThrow());
        assertEquals(Decision.COUNTS, control.failed(other, AWAY, false, ticker.nanoTime(), LEFT));
        assertEquals(Decision.PARKED, lastFailure(failedBefore(1)));
    }
}
