package pokemon.experiment.race;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pokemon.experiment.measure.CpuTime;

/**
 * When the workers of a race drew, and what processor time that took.
 *
 * @param spans one for each worker, at least one
 */
record WorkerTimes(List<Span> spans) {
    /**
     * The draws of one worker.
     *
     * @param begin just before the first draw, in nanoseconds of one clock
     * @param end just after the last
     * @param cpu CPU time of its thread between the two, in seconds
     */
    record Span(long begin, long end, CpuTime cpu) {}

    private record Change(long time, int workers) {}

    /** Returns the nanoseconds from the first draw of any worker until the last of any. */
    long nanos() {
        long begin = spans.stream().mapToLong(Span::begin).min().orElseThrow();
        return spans.stream().mapToLong(span -> span.end - begin).max().orElseThrow();
    }

    CpuTime cpu() {
        return spans.stream().map(Span::cpu).reduce(CpuTime.NONE, CpuTime::plus);
    }

    /**
     * Returns the share of this time in which at least two workers were between their first and last draw, 0 to 1. They
     * need not have had a processor all the time.
     */
    double overlap() {
        List<Change> changes = spans.stream()
                .flatMap(span -> Stream.of(new Change(span.begin, 1), new Change(span.end, -1)))
                .sorted(Comparator.comparingLong(change -> change.time - spans.get(0).begin))
                .toList();
        long together = 0;
        int drawing = 0;
        for (int i = 0; i + 1 < changes.size(); i++) {
            drawing += changes.get(i).workers;
            together += drawing > 1 ? changes.get(i + 1).time - changes.get(i).time : 0;
        }
        return nanos() == 0 ? 0 : (double) together / nanos();
    }
}
