package pokemon.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pokemon.png.PngFile;
import pokemon.png.chunk.Checks;

/**
 * What grading scripts compare: the images in a directory, how many of them are valid, and their size.
 *
 * @param images its {@code NNN.png} files in the order of their ids
 * @param others the names of all its other entries, sorted
 */
public record DirectoryStatistics(Path directory, List<Image> images, List<String> others) {
    /**
     * One {@code NNN.png} file.
     *
     * @param bytes its size
     * @param damage what is wrong with it, empty for a completely valid image
     * @param forgiven faults of a valid image that do not reach its pixels, as clauses
     */
    public record Image(int id, long bytes, String damage, Optional<String> forgiven) {
        public boolean isValid() {
            return damage.isEmpty();
        }
    }

    public DirectoryStatistics {
        images = List.copyOf(images);
        others = List.copyOf(others);
    }

    /**
     * Reads and checks every image of a directory.
     *
     * @param maxPixels images larger than this count as damaged
     * @param checks what to do about faults that cannot reach the pixels
     * @throws IOException when the directory cannot be read
     */
    public static DirectoryStatistics of(Path directory, long maxPixels, Checks checks) throws IOException {
        DirectoryListing listing = DirectoryListing.of(directory);
        List<Image> images = listing.images().entrySet().parallelStream()
                .map(entry -> check(entry.getKey(), entry.getValue(), maxPixels, checks))
                .toList();
        return new DirectoryStatistics(directory, images, listing.others());
    }

    private static Image check(int id, Path file, long maxPixels, Checks checks) {
        CheckedFile checked = CheckedFile.of(file, maxPixels, checks);
        return new Image(id, checked.bytes(), checked.damage(), checked.png().flatMap(PngFile::forgiven));
    }

    public long valid() {
        return images.stream().filter(Image::isValid).count();
    }

    public long bytes() {
        return images.stream().mapToLong(Image::bytes).sum();
    }

    public List<Image> damaged() {
        return images.stream().filter(image -> !image.isValid()).toList();
    }

    /** Returns the images that are valid but for faults that do not reach their pixels. */
    public List<Image> forgiven() {
        return images.stream().filter(image -> image.forgiven.isPresent()).toList();
    }

    /** Returns the ids from first to last that have no file. */
    public List<Integer> missing(int first, int last) {
        Set<Integer> present = images.stream().map(Image::id).collect(Collectors.toSet());
        return IntStream.rangeClosed(first, last)
                .filter(id -> !present.contains(id))
                .boxed()
                .toList();
    }

    /** Returns the names of all entries that are not images from first to last. */
    public List<String> unexpected(int first, int last) {
        List<String> names = new ArrayList<>(others);
        images.stream()
                .filter(image -> image.id < first || image.id > last)
                .map(image -> ImageName.of(image.id))
                .forEach(names::add);
        return names.stream().sorted().toList();
    }

    /** Returns whether there is a valid image for each id from first to last, and nothing else. */
    public boolean holdsExactly(int first, int last) {
        return missing(first, last).isEmpty()
                && damaged().isEmpty()
                && unexpected(first, last).isEmpty();
    }
}
