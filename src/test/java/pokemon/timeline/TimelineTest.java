package pokemon.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.download.trace.Phase;
import pokemon.report.RecordedRun;
import pokemon.report.RecordedRun.RecordedAttempt;
import pokemon.schedule.run.IdResult.Status;
import pokemon.schedule.run.WorkerKind;
import pokemon.timeline.Timeline.Bar;
import pokemon.timeline.Timeline.Lane;
import pokemon.timeline.Timeline.Stretch;

/** Timelines of runs that never happened. */
final class TimelineTest {
    private static final Map<Phase, Double> PHASES =
            new EnumMap<>(Map.of(Phase.REQUEST, 0.2, Phase.BODY, 0.1, Phase.CHECK, 0.0, Phase.WRITE, 0.5));

    private static RecordedAttempt saved(int id, int worker, int attempts, double begin, double end) {
        return new RecordedAttempt(id, worker, attempts, attempts, Status.SAVED, 1500, begin, end, 0.25, Map.of(), "");
    }

    private static RecordedAttempt failed(int id, int attempt, int of, double begin, double end) {
        return new RecordedAttempt(
                id, 0, attempt, of, Status.FAILED, 0, begin, end, 0, Map.of(), "status 500\u001b[31m");
    }

    private static Timeline timeline(WorkerKind kind, Map<Integer, Double> busy, RecordedAttempt... images) {
        return Timeline.of("<title>", new RecordedRun(kind, "1-9", 4, busy, List.of(images)), List.of());
    }

    /** Returns the lane of the first worker. */
    private static Lane lane(WorkerKind kind, Map<Integer, Double> busy, RecordedAttempt... images) {
        return timeline(kind, busy, images).lanes().get(0);
    }

    private static List<Activity> activities(Lane lane) {
        return lane.bars().stream().map(Bar::activity).toList();
    }

    @Test
    void aProcessStartsAndAThreadDoesNot() {
        RecordedAttempt image = saved(7, 0, 1, 1, 2);
        Lane process = lane(WorkerKind.PROCESSES, Map.of(), image);
        assertEquals(List.of(Activity.START, Activity.TURN, Activity.WORK), activities(process));
        Lane thread = lane(WorkerKind.THREADS, Map.of(), image);
        assertEquals(List.of(Activity.TURN, Activity.WORK), activities(thread));
        assertEquals("w1", thread.name());
        assertEquals(0.75, thread.bars().get(0).begin());
        assertEquals("007", thread.bars().get(1).label());
        assertEquals(
                "007: saved, 1.5 kB\nworker 1, 1.000 s to 2.000 s",
                thread.bars().get(1).about());
    }

    @Test
    void drawsEachAttempt() {
        Lane lane = lane(
                WorkerKind.THREADS,
                Map.of(0, 2.75),
                failed(2, 1, 2, 0, 0.25),
                failed(1, 1, 2, 0.25, 0.5),
                saved(1, 0, 2, 1, 2),
                failed(2, 2, 2, 2, 3));
        assertEquals(
                List.of(Activity.ATTEMPT, Activity.ATTEMPT, Activity.TURN, Activity.RETRY, Activity.FAILED),
                activities(lane));
        assertEquals(
                "002: attempt 1 of 2 failed: status 500\\x1b[31m\nworker 1, 0.000 s to 0.250 s",
                lane.bars().get(0).about());
        assertEquals(
                "001: saved after 2 attempts, 1.5 kB\nworker 1, 1.000 s to 2.000 s",
                lane.bars().get(3).about());
        assertEquals(
                "002: failed after 2 attempts: status 500\\x1b[31m\nworker 1, 2.000 s to 3.000 s",
                lane.bars().get(4).about());
        assertEquals("worker 1: 2 images; 250.0 ms went to attempts of which the report has no times", lane.about());
    }

    @Test
    void allTimesOfARunAreThere() {
        Lane lane = lane(WorkerKind.THREADS, Map.of(0, 1.0), saved(1, 0, 1, 0, 1));
        assertEquals("worker 1: 1 image", lane.about());
    }

    @Test
    void phasesFollowEachOtherAndEndWithTheirImage() {
        RecordedAttempt image = new RecordedAttempt(1, 0, 1, 1, Status.SAVED, 1500, 1, 1.6, 0, PHASES, "");
        Bar bar = lane(WorkerKind.THREADS, Map.of(), image).bars().get(0);
        assertEquals(
                List.of(Activity.REQUEST, Activity.BODY, Activity.WRITE),
                bar.phases().stream().map(Stretch::activity).toList());
        assertEquals(1.6, bar.phases().get(2).end());
        assertTrue(bar.about().endsWith("turn 0.0 ms, request 200.0 ms, body 100.0 ms, check 0.0 ms, write 500.0 ms"));
    }

    @Test
    void barsOfALaneDoNotOverlap() {
        RecordedAttempt[] images = {saved(1, 0, 2, 0, 1.5), saved(2, 0, 1, 1, 2), saved(3, 0, 1, 2, 9)};
        List<Bar> bars = lane(WorkerKind.THREADS, Map.of(), images).bars();
        for (int i = 1; i < bars.size(); i++) {
            assertTrue(bars.get(i).begin() >= bars.get(i - 1).end(), bars::toString);
        }
    }

    @Test
    void aWorkerWithoutImagesHasALane() {
        Timeline timeline = timeline(WorkerKind.PROCESSES, Map.of(0, 0.0, 1, 1.0), saved(1, 1, 1, 1, 2));
        assertEquals(
                List.of("w1", "w2"), timeline.lanes().stream().map(Lane::name).toList());
        assertEquals(List.of(), timeline.lanes().get(0).bars());
    }

    @Test
    void thePageIsWellFormedEscapedAndFetchesNothing() throws Exception {
        List<RecordedAttempt> images = new ArrayList<>();
        for (int worker = 0; worker < 64; worker++) {
            int number = worker;
            IntStream.range(0, 10)
                    .mapToObj(i -> new RecordedAttempt(
                            number * 10 + i + 1,
                            number,
                            1,
                            1,
                            Status.FAILED,
                            0,
                            i * 0.3,
                            i * 0.3 + 0.25,
                            0,
                            PHASES,
                            "<b>&\"'"))
                    .forEach(images::add);
        }
        String page = TimelinePage.html(
                Timeline.of("<title>", new RecordedRun(WorkerKind.THREADS, "1-640", 4, Map.of(), images), List.of()),
                List.of("From a<b"));
        assertFalse(page.contains("<b>") || page.contains("a<b"), "escaped");
        assertTrue(page.contains(
                "<title>001: failed: &lt;b&gt;&amp;&quot;&#39;\nworker 1, 0.000 s to 0.250 s\nturn 0.0 ms"));
        assertFalse(Pattern.compile("https?:|url\\(|@import|<script|src=|href=")
                .matcher(page)
                .find());
        String xml =
                page.substring(page.indexOf("<body>"), page.indexOf("</html>")).replaceAll("<(input[^>]*)>", "<$1/>");
        var body = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertEquals(640, body.getElementsByTagName("g").getLength());
        assertEquals(2 + 64, body.getElementsByTagName("svg").getLength());
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.11, 0.2", "0.3, 0.5", "0.7, 1", "7, 10", "0.0004, 0.0005"})
    void ticksAreRound(double least, double step) {
        assertEquals(step, Timeline.step(least), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0.30000000000000004, 0.1, 0.3", "2, 0.5, 2.0", "20, 10, 20", "0.0015, 0.0005, 0.0015"})
    void ticksHaveTheDigitsOfTheirStep(double value, double step, String label) {
        assertEquals(label, Timeline.tick(value, step));
    }
}
