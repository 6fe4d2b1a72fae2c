package pokemon.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.experiment.compare.work.Scaling.WEAK;
import static pokemon.experiment.compare.work.Workload.CPU;
import static pokemon.experiment.compare.work.Workload.IO;
import static pokemon.experiment.compare.work.Workload.MIXED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pokemon.download.ImageSource;
import pokemon.experiment.compare.work.ProcessRun;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.ThreadRun;
import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.compare.work.WorkAssignment;
import pokemon.experiment.compare.work.Workload;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;

class CompareTrialsIT {
    private static final Duration LATENCY = Duration.ofMillis(100);

    @TempDir
    private Path directory;

    private CompareTrial measure(Workload workload, Strategy strategy, int workers, Duration latency)
            throws IOException, InterruptedException {
        CompareSettings settings = CompareFixtures.settings(List.of(workers), WEAK, 3, latency);
        try (MirrorServer mirror = MirrorServer.start(MirrorOptions.defaults().withLatency(latency))) {
            return new CompareTrials(settings, mirror, directory)
                    .measure(new ComparePoint(workload, strategy, workers));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERIAL", "THREADS", "PROCESSES", "ASYNC", "SERIAL_PRINT", "SERIAL_LOG"})
    void everyPageIsFetchedAndWrittenWhateverTheStrategy(Strategy strategy) throws Exception {
        CompareTrial trial = measure(IO, strategy, 2, Duration.ZERO);
        assertEquals(6, trial.items());
        assertEquals(strategy.isSerial() ? 1 : 2, trial.connections());
        assertTrue(Files.size(directory.resolve("page-0")) > 10_000);
        assertTrue(Files.size(directory.resolve("page-1")) > 10_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERIAL", "THREADS", "PROCESSES"})
    void everyImageIsConvertedWhateverTheStrategy(Strategy strategy) throws Exception {
        measure(MIXED, strategy, 2, Duration.ZERO);
        try (var files = Files.list(directory)) {
            assertEquals(
                    6, files.filter(file -> file.toString().endsWith(".png")).count());
        }
    }

    @Test
    void childJvmsTellTheirStartFromTheirWork() throws Exception {
        Timing timing = measure(CPU, Strategy.PROCESSES, 2, Duration.ZERO).timing();
        assertTrue(timing.startSeconds() > 1e-3, timing::toString);
        assertTrue(timing.workSeconds() > 1e-4, timing::toString);
        assertTrue(timing.startSeconds() + timing.workSeconds() < timing.seconds(), timing::toString);
    }

    @Test
    void threadsWaitAtTheSameTime() throws Exception {
        double ideal = 3 * LATENCY.toMillis() / 1e3;
        double threads = measure(IO, Strategy.THREADS, 8, LATENCY).seconds();
        assertTrue(threads >= ideal, "faster than the latency allows: " + threads);
        // Eight times the ideal is what waiting one after the other takes at least.
        assertTrue(threads < 8 * ideal, "as slow as one after the other: " + threads);
    }

    @Test
    void virtualThreadsAreThereFromJava21On() throws Exception {
        assertEquals(
                Runtime.version().feature() >= 21, ThreadRun.virtualThreads().isPresent());
        if (ThreadRun.virtualThreads().isPresent()) {
            assertEquals(6, measure(CPU, Strategy.VIRTUAL, 2, Duration.ZERO).items());
        }
    }

    @Test
    void theFailureOfAChildNamesTheFirstLineOfItsOutput() {
        WorkAssignment assignment = new WorkAssignment(
                IO, 1, 1, WEAK, ImageSource.parse("http://127.0.0.1:1/"), directory, Duration.ofSeconds(1), List.of());
        IOException e = assertThrows(IOException.class, () -> ProcessRun.run(assignment));
        assertTrue(e.getMessage().contains("exit code 1"), e.getMessage());
        assertTrue(e.getMessage().contains("ConnectException"), e.getMessage());
    }
}
