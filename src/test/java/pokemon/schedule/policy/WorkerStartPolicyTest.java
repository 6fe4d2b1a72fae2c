package pokemon.schedule.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pokemon.download.WorkerStartException;

final class WorkerStartPolicyTest {
    private final WorkerStartException killed = new WorkerStartException("killed by signal 9");

    private final WorkerStartPolicy policy = new WorkerStartPolicy(0);

    private static WorkerStartException exit(int code) {
        return new WorkerStartException("exit", OptionalInt.of(code));
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureOfAWorker() {
        List<Long> pauses = IntStream.range(0, 9)
                .mapToObj(i -> policy.failed(0, killed, seconds(20L * i)).toMillis())
                .toList();
        assertEquals(List.of(100L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L, 5_000L), pauses);
    }

    @Test
    void letsAWorkerRestThatFailedFiveTimesInTenSeconds() {
        for (int i = 0; i < 4; i++) {
            policy.failed(0, killed, seconds(i));
        }
        assertEquals(10, policy.failed(0, killed, seconds(4)).toSeconds());
        assertEquals(100, policy.failed(1, killed, seconds(4)).toMillis(), "another worker is not concerned");
    }

    @Test
    void beginsAnewWhenAWorkerWasReady() {
        policy.failed(0, killed, 0);
        policy.failed(0, killed, 0);
        policy.ready(0, 0);
        assertEquals(0, policy.failures(0));
        assertEquals(100, policy.failed(0, killed, 0).toMillis());
    }

    @Test
    void hasHopeAsLongAsAWorkerIsReady() {
        for (int i = 0; i < 100; i++) {
            policy.failed(1, exit(1), seconds(i));
        }
        assertFalse(policy.isHopeless(1, 2, seconds(100)));
    }

    @Test
    void hasNoHopeWhenAllEndWithTheSameExitCode() {
        for (int worker = 0; worker < 4; worker++) {
            assertFalse(policy.isHopeless(0, 4, 0), "others have not been tried");
            policy.failed(worker, exit(1), 0);
        }
        assertFalse(policy.isHopeless(0, 4, 0), "no worker has tried again");
        policy.failed(2, exit(1), 0);
        assertTrue(policy.isHopeless(0, 4, 0));
    }

    @Test
    void hasHopeForAWhileWhenStartingWorkersAreKilled() {
        policy.ready(3, seconds(1));
        for (int i = 0; i < 20; i++) {
            policy.failed(i % 4, killed, seconds(1 + i));
            assertFalse(policy.isHopeless(0, 4, seconds(1 + i)));
        }
        policy.failed(0, killed, seconds(31));
        assertTrue(policy.isHopeless(0, 4, seconds(31)), "no worker was ready for 30 s");
    }

    @Test
    void hasHopeWhenExitCodesDiffer() {
        policy.failed(0, exit(1), 0);
        policy.failed(0, exit(134), 0);
        policy.failed(1, exit(1), 0);
        assertFalse(policy.isHopeless(0, 2, 0));
    }

    @Test
    void doesNotGiveUpForLackOfTriesOnAMachineThatIsSlow() {
        policy.failed(0, killed, seconds(300));
        assertFalse(policy.isHopeless(0, 4, seconds(300)));
    }
}
