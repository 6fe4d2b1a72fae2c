package pokemon.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The entries of a directory, distinguished by their names only.
 *
 * @param images its {@code NNN.png} files by their ids
 * @param others the names of all its other entries, sorted, as they may be shown
 */
public record DirectoryListing(Path directory, SortedMap<Integer, Path> images, List<String> others) {
    public DirectoryListing {
        images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
        others = List.copyOf(others);
    }

    /** Lists a directory, and fails when it cannot be read. */
    public static DirectoryListing of(Path directory) throws IOException {
        List<Path> entries;
        try (Stream<Path> listing = Files.list(directory)) {
            entries = listing.sorted().toList();
        }
        SortedMap<Integer, Path> images = new TreeMap<>();
        List<String> others = new ArrayList<>();
        for (Path entry : entries) {
            OptionalInt id = ImageName.id(entry.getFileName().toString());
            if (id.isPresent() && Files.isRegularFile(entry)) {
                images.put(id.getAsInt(), entry);
            } else {
                others.add(UntrustedText.shown(entry.getFileName().toString()));
            }
        }
        return new DirectoryListing(directory, images, others);
    }
}
