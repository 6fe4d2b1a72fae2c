package pokemon.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pokemon.directory.DirectoryStatistics;
import pokemon.directory.DirectoryStatistics.Image;

/** Directories that never were. */
final class SampleDirectories {
    private SampleDirectories() {}

    /** Holds 3, 4 with a fault that was forgiven, a damaged 5 and 1025, and something else. */
    static DirectoryStatistics mixed() {
        return new DirectoryStatistics(
                Path.of("/tmp/pokedex"),
                List.of(
                        new Image(3, 150_000, "", Optional.empty()),
                        new Image(4, 140_000, "", Optional.of("the image is followed by 1 more byte")),
                        new Image(5, 70_000, "the file ends within a chunk", Optional.empty()),
                        new Image(1025, 160_000, "", Optional.empty())),
                List.of("notes.txt"));
    }
}
