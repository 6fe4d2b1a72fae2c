package pokemon.report;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pokemon.directory.UntrustedText;
import pokemon.download.ExistingFilePolicy;
import pokemon.download.outcome.Outcome;
import pokemon.download.output.OutputDirectory;
import pokemon.schedule.run.IdSet;

/**
 * Finds what a run would do, without network and without writing.
 *
 * @param addresses where the image of an id would come from
 * @param output where images would go
 * @param existing how the run would treat existing files
 * @param maxPixels largest accepted width times height
 */
public record DryRun(
        IdSet ids, IntFunction<String> addresses, OutputDirectory output, ExistingFilePolicy existing, long maxPixels) {
    /** Returns a line for each id, in order; files are looked at as the lines are asked for. */
    public Stream<String> lines() {
        return IntStream.range(0, ids.size()).map(ids::get).mapToObj(this::line);
    }

    private String line(int id) {
        boolean kept = existing == ExistingFilePolicy.KEEP
                && output.timeOfCompleteFile(id, maxPixels).isPresent();
        return UntrustedText.escaped(
                kept
                        ? "skip " + output.file(id) + ": " + Outcome.Skipped.COMPLETE.reason()
                        : addresses.apply(id) + " -> " + output.file(id));
    }
}
