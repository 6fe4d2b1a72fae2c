package pokemon.experiment.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedDownloadTest {
    private static List<String> files(List<RecordedDownload.Image> images) {
        return images.stream().map(RecordedDownload.Image::file).toList();
    }

    @Test
    void aDrawnIdIsAFetchedFile() {
        RecordedDownload download =
                new RecordedDownload(5, 1, List.of(List.of(1, 2, 5, 6), List.of(2, 4, 2), List.of(2, 5)));
        assertEquals(9, download.fetches());
        assertEquals(4, download.files());
        assertEquals(List.of("002.png", "005.png"), files(download.twice()));
        assertEquals(List.of("003.png"), files(download.missing()));
        assertEquals(List.of("006.png"), files(download.pastEnd()));
        assertEquals(
                List.of(
                        "001.png  fetched once by worker 1",
                        "002.png  fetched 4 times by worker 1, worker 2 and worker 3",
                        "003.png  never fetched",
                        "004.png  fetched once by worker 2",
                        "005.png  fetched twice by worker 1 and worker 3",
                        "006.png  fetched once by worker 1, past the end"),
                RaceTables.listing(download).lines().subList(0, 6));
    }

    @Test
    void drawsOfASafeCounterMissNothing() {
        RecordedDownload download = new RecordedDownload(3, 1, List.of(List.of(1, 3), List.of(2)));
        assertEquals(3, download.files());
        assertEquals(List.of(), download.missing());
        assertEquals(List.of(), download.twice());
        assertEquals(List.of(), download.pastEnd());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 64})
    void theRecordedOneHasBothFaults(int workers) throws InterruptedException {
        RecordedDownload download = RecordedDownload.provoke(workers, 1).orElseThrow();
        assertFalse(download.missing().isEmpty());
        assertFalse(download.twice().isEmpty());
        assertEquals(download.last() - download.missing().size(), download.files());
        assertEquals(Math.min(workers, 4), download.draws().size());
    }
}
