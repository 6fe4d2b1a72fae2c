package pokemon.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import pokemon.schedule.run.IdRange;

final class StatisticsSummaryTest {
    @Test
    void tellsNumberValidNumberAndMegabytes() {
        assertEquals(
                List.of("Directory statistics for /tmp/pokedex", "4 3 0.5"),
                StatisticsSummary.lines(SampleDirectories.mixed(), Optional.empty()));
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    void listsWhatIsNotAsARangeSays() {
        assertEquals(
                List.of(
                        "Directory statistics for /tmp/pokedex",
                        "4 3 0.5",
                        "missing 001.png",
                        "missing 002.png",
                        "damaged 005.png: the file ends within a chunk",
                        "unexpected 1025.png",
                        "unexpected notes.txt"),
                StatisticsSummary.lines(SampleDirectories.mixed(), Optional.of(new IdRange(1, 5))));
    }
}
