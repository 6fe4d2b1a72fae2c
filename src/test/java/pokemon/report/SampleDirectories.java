package pokemon.report;

import java.nio.file.Path;
import java.util.List;
import pokemon.directory.DirectoryStatistics;
import pokemon.directory.DirectoryStatistics.Image;

/** Directories that never were. */
final class SampleDirectories {
    private SampleDirectories() {}

    /** Holds 3, 4, a damaged 5 and 1025, and something else. */
    static DirectoryStatistics mixed() {
        return new DirectoryStatistics(
                Path.of("/tmp/pokedex"),
                List.of(
                        new Image(3, 150_000, ""),
                        new Image(4, 140_000, ""),
                        new Image(5, 70_000, "the file ends within a chunk"),
                        new Image(1025, 160_000, "")),
                List.of("notes.txt"));
    }
}
