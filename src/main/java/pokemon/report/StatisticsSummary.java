package pokemon.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pokemon.directory.DirectoryStatistics;
import pokemon.directory.ImageName;
import pokemon.directory.UntrustedText;
import pokemon.schedule.run.IdRange;

/** The lines with the statistics of a directory. */
public final class StatisticsSummary {
    private StatisticsSummary() {}

    /**
     * Returns the lines.
     *
     * @param range the ids that the directory should hold; each missing, damaged or unexpected file gets a line then
     */
    public static List<String> lines(DirectoryStatistics statistics, Optional<IdRange> range) {
        List<String> lines = new ArrayList<>();
        lines.add("Directory statistics for " + statistics.directory());
        lines.add(statistics.images().size() + " " + statistics.valid() + " " + Megabytes.of(statistics.bytes()));
        if (range.isPresent()) {
            int first = range.get().start();
            int last = range.get().stop();
            statistics.missing(first, last).forEach(id -> lines.add("missing " + ImageName.of(id)));
            statistics
                    .damaged()
                    .forEach(image -> lines.add("damaged " + ImageName.of(image.id()) + ": " + image.damage()));
            statistics.unexpected(first, last).forEach(name -> lines.add("unexpected " + name));
        }
        return lines.stream().map(UntrustedText::escaped).toList();
    }
}
