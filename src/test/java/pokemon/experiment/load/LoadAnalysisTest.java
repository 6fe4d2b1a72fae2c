package pokemon.experiment.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.schedule.run.WorkerKind.PROCESSES;
import static pokemon.schedule.run.WorkerKind.THREADS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.experiment.measure.ResourceUsage;
import pokemon.experiment.measure.Runs;
import pokemon.experiment.measure.Runs.Image;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.measure.TrialRun;
import pokemon.experiment.report.Result;
import pokemon.experiment.table.Ordinal;
import pokemon.experiment.table.Table;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

/** What is said of runs that never happened. */
final class LoadAnalysisTest {
    private static LoadRun run(Trial trial, int run, long millis, Image... images) {
        RunReport report = Runs.of(trial.kind(), trial.workers(), millis, List.of(images));
        return LoadRun.of(new TrialRun(trial, run, report, ResourceUsage.UNKNOWN));
    }

    /** Two workers with two images each; the second is out of work early. Ends at twice the time plus 100 ms. */
    private static LoadRun fixed(WorkerKind kind, int run, long image) {
        return run(
                new Trial(kind, 2, ScheduleKind.STATIC),
                run,
                2 * image + 100,
                new Image(0, 0, image),
                new Image(1, 0, 50),
                new Image(0, image, image),
                new Image(1, 50, 50));
    }

    private static LoadRun queue(WorkerKind kind, int run, long image) {
        return run(
                new Trial(kind, 2, ScheduleKind.DYNAMIC),
                run,
                image + 100,
                new Image(0, 0, image),
                new Image(1, 0, 50),
                new Image(1, 50, image - 50),
                new Image(1, image, 50));
    }

    private static List<String> findings(LoadRun... runs) {
        return LoadFindings.of(List.of(runs));
    }

    private static boolean says(List<String> sentences, String words) {
        return sentences.stream().anyMatch(sentence -> sentence.contains(words));
    }

    @Test
    void listsTheActivity() {
        assertEquals(
                List.of(
                        "time [s]     w1     w2",
                        "   0.000    001      |",
                        "   0.000      |    002",
                        "   0.050      |    004",
                        "   0.200    003",
                        "   0.500  end of the run"),
                LoadTables.listings(List.of(fixed(THREADS, 1, 200))).get(0).lines());
    }

    @Test
    void splitsARunThatStartsUnevenly() {
        Trial trial = new Trial(PROCESSES, 3, ScheduleKind.DYNAMIC);
        RunSplit split = run(trial, 1, 2000, new Image(0, 200, 800), new Image(1, 600, 600), new Image(0, 1000, 600))
                .split();
        assertEquals(0.6, split.start(), 1e-9, "the third worker had no work");
        assertEquals(0.6, split.work(), 1e-9);
        assertEquals(0.4, split.tail(), 1e-9);
        assertEquals(0.4, split.end(), 1e-9);
        assertEquals((0.4 + 1.0) / (3 * 1.0), split.idleShare(), 1e-9);
    }

    @Test
    void aTailThatBeginsBeforeAllAreReadyBeginsWhenTheyAre() {
        Trial trial = new Trial(PROCESSES, 2, ScheduleKind.STATIC);
        RunSplit split = run(trial, 1, 1000, new Image(0, 100, 100), new Image(1, 500, 400))
                .split();
        assertEquals(0, split.work(), 1e-9);
        assertEquals(0.4, split.tail(), 1e-9);
        assertEquals(0.5, split.idleShare(), 1e-9);
        assertEquals(1, split.start() + split.work() + split.tail() + split.end(), 1e-9);
    }

    @Test
    void namesTheGainOfTheQueueWhenItExceedsChance() {
        List<String> sentences = findings(
                fixed(THREADS, 1, 200),
                queue(THREADS, 1, 200),
                queue(THREADS, 2, 201),
                fixed(THREADS, 2, 201),
                fixed(THREADS, 3, 202),
                queue(THREADS, 3, 202));
        assertEquals(
                List.of(
                        "Work and tail took 251 ms with the queue and 402 ms with fixed shares (means of 3 runs each): the"
                                + " queue saved 151 ms, 38 %, which chance hardly explains.",
                        "Fixed shares (static): 2 threads saved 2 images each in 502 ms (mean of 3 runs, standard deviation"
                                + " 2.0 ms). Each worker spent 100 ms to 404 ms on images.",
                        "Fixed shares (static): the start took 0.0 µs, until the last worker began its first image; the work"
                                + " 100 ms, until the first worker ran out of work; the tail 302 ms, until the last image"
                                + " ended.",
                        "Fixed shares (static): workers without further work were idle for 38 % of the time of all workers"
                                + " between 0.0 µs, when the last worker began its first image, and 402 ms, when the last"
                                + " image ended.",
                        "Fixed shares (static): in even shares, each worker would spend 251 ms on images; from its first"
                                + " image to its last, the run took 1.60 times that."),
                sentences.subList(0, 5));
        assertTrue(sentences.get(5).startsWith("One queue (dynamic): 2 threads saved 1 to 3 images each in 301 ms"));
        assertEquals(9, sentences.size());
    }

    @Test
    void namesALossOfTheQueueWhenItExceedsChance() {
        List<String> sentences = findings(
                fixed(THREADS, 1, 200), fixed(THREADS, 2, 201), queue(THREADS, 1, 500), queue(THREADS, 2, 501));
        assertTrue(
                says(sentences, ": the queue took 149 ms longer, 37 %, which chance hardly explains."),
                sentences::toString);
        assertFalse(says(sentences, "the queue saved"), sentences::toString);
    }

    @Test
    void aDifferenceWithinTheSpreadCouldBeChance() {
        List<String> sentences = findings(
                fixed(THREADS, 1, 100), queue(THREADS, 1, 500), queue(THREADS, 2, 100), fixed(THREADS, 2, 250));
        assertTrue(sentences.get(0).endsWith("(means of 2 runs each): the difference of 0.0 µs could be chance."));
        assertFalse(says(sentences, "hardly explains"));
    }

    @Test
    void oneRunEachDecidesNothing() {
        List<String> sentences = findings(fixed(THREADS, 1, 200), queue(THREADS, 1, 200));
        assertTrue(
                sentences
                        .get(0)
                        .endsWith(
                                "(one run each): the spread of single runs is unknown, so the difference of 150 ms could"
                                        + " be chance."),
                sentences.get(0));
        assertTrue(says(sentences, " in 500 ms (one run: the spread is unknown)."), sentences::toString);
    }

    @Test
    void oneScheduleIsNotCompared() {
        List<String> sentences = findings(queue(THREADS, 1, 200), queue(THREADS, 2, 200));
        assertFalse(says(sentences, "with the queue"));
        assertEquals(4, sentences.size());
    }

    @Test
    void speaksOfProcessesOnlyWhereSomeRan() {
        assertFalse(says(findings(queue(THREADS, 1, 200)), "process"));
        List<String> processes = findings(queue(PROCESSES, 1, 200));
        assertTrue(says(processes, "2 processes saved 1 to 3 images each"));
        assertTrue(says(processes, "; the end of the processes 50.0 ms."), processes::toString);
    }

    @Test
    void schedulesAlternate() {
        Trial a = new Trial(THREADS, 2, ScheduleKind.STATIC);
        Trial b = new Trial(THREADS, 2, ScheduleKind.DYNAMIC);
        assertEquals(List.of(a, b, b, a, a, b), LoadExperiment.order(List.of(a, b), 3));
        assertEquals(List.of(b, b), LoadExperiment.order(List.of(b), 2));
    }

    @Test
    void tablesAndResultsHoldTheMiddleRunAndAllRuns() {
        List<LoadRun> all = new ArrayList<>();
        for (long image : new long[] {300, 100, 200}) {
            all.add(fixed(THREADS, all.size() + 1, image));
        }
        List<LoadRun> shown = List.of(LoadRun.middle(all));
        List<Table> tables = LoadTables.tables(shown, all);
        assertEquals(2, tables.get(0).rows().size());
        assertEquals(3, tables.get(0).rows().get(0).get(8), "the run");
        assertEquals(new Ordinal(0), tables.get(0).rows().get(0).get(1));
        assertEquals(3, tables.get(1).rows().size());
        assertEquals(6, tables.get(2).rows().size());
        Result result = LoadTables.results(all).get(0);
        assertEquals(List.of(0.7, 0.3, 0.5), result.times().samples());
        assertEquals(3, result.values().get("shown_run"));
        assertEquals(List.of(2, 2), result.values().get("images"));
        assertEquals(3, ((List<?>) result.values().get("tail")).size());
    }
}
