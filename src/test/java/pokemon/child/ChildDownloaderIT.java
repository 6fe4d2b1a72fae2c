package pokemon.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pokemon.download.ConnectSettings;
import pokemon.download.DownloadSettings;
import pokemon.download.ExistingFile;
import pokemon.download.ImageSource;
import pokemon.download.Outcome;
import pokemon.download.ReencodeMode;
import pokemon.faults.Row;
import pokemon.png.Checks;

@Timeout(120)
final class ChildDownloaderIT {
    @TempDir
    private Path directory;

    @Row(49)
    @Test
    void anImageThatTakesLongerThanTheDeadlineOfItsRequestIsNoHang() throws Exception {
        DownloadSettings settings = new DownloadSettings(
                ImageSource.WEB,
                directory,
                ReencodeMode.AUTO,
                ExistingFile.REPLACE,
                ConnectSettings.DIRECT,
                Duration.ofMillis(100),
                "test",
                List.of(),
                false,
                1,
                1,
                Checks.LENIENT);
        // A silent child is given up 5 s after the deadline.
        ChildCommand command = SlowChild.command(Duration.ofSeconds(8));
        try (ChildDownloader downloader = new ChildDownloader(command, settings, 1, line -> {})) {
            downloader.awaitReady();
            assertEquals(new Outcome.Saved(7, Optional.empty()), downloader.download(7));
            assertEquals(0, downloader.processesLost());
        }
    }
}
