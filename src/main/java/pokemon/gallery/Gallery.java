package pokemon.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import pokemon.directory.CheckedFile;
import pokemon.directory.DirectoryListing;
import pokemon.png.PngFile;
import pokemon.png.chunk.Checks;

/**
 * The images of a range of ids, an entry for each in order, in a directory whose path is absolute and without links.
 */
public record Gallery(Path directory, List<GalleryItem> entries) {
    /** The most ids of one gallery; a larger page would be slow to open. */
    public static final int MAX_IDS = 10_000;

    public Gallery {
        entries = List.copyOf(entries);
    }

    /**
     * Reads and checks the images from first to last and makes their thumbnails, with all processors.
     *
     * <p>At most one image per processor is decoded at a time, and none of more than {@code maxPixels}.
     *
     * @param last at most {@link #MAX_IDS} ids are from first to last
     * @param maxPixels images larger than this count as damaged and are not decoded
     * @param done is called for each file, from any thread, with whether it is valid
     * @throws IOException when the directory does not exist any more
     * @throws IllegalArgumentException when there are too many ids
     */
    public static Gallery of(DirectoryListing listing, int first, int last, long maxPixels, Consumer<Boolean> done)
            throws IOException {
        requireFew(first, last);
        Path directory = listing.directory().toRealPath();
        List<GalleryItem> entries = IntStream.rangeClosed(first, last)
                .parallel()
                .mapToObj(id -> entry(id, listing, maxPixels, done))
                .toList();
        return new Gallery(directory, entries);
    }

    /** Throws an {@link IllegalArgumentException} unless one gallery can show that many ids. */
    public static void requireFew(int first, int last) {
        if ((long) last - first >= MAX_IDS) {
            throw new IllegalArgumentException("the ids " + first + " to " + last
                    + " are too many for one page, which takes up to " + MAX_IDS + ": choose some with --range");
        }
    }

    private static GalleryItem entry(int id, DirectoryListing listing, long maxPixels, Consumer<Boolean> done) {
        Path file = listing.images().get(id);
        if (file == null) {
            return new GalleryItem.Missing(id);
        }
        CheckedFile checked = CheckedFile.of(file, maxPixels, Checks.LENIENT);
        GalleryItem entry = checked.png().isPresent()
                ? picture(id, file, checked.bytes(), checked.png().get())
                : new GalleryItem.Damaged(id, file, checked.bytes(), checked.damage());
        done.accept(checked.png().isPresent());
        return entry;
    }

    private static GalleryItem picture(int id, Path file, long bytes, PngFile png) {
        return new GalleryItem.Picture(
                id, file, bytes, png.header().width(), png.header().height(), Thumbnail.of(png));
    }

    /** Returns the name of the directory, without its parents. */
    String name() {
        Path name = directory.getFileName();
        return name == null ? directory.toString() : name.toString();
    }

    /** Returns the number of files, valid or not. */
    public int images() {
        return entries.size() - missing();
    }

    public int damaged() {
        return count(GalleryItem.Damaged.class);
    }

    public int missing() {
        return count(GalleryItem.Missing.class);
    }

    private int count(Class<? extends GalleryItem> kind) {
        return (int) entries.stream().filter(kind::isInstance).count();
    }

    /** Returns a line such as "898 images, 0 damaged, 2 missing". */
    public String counts() {
        return String.format(Locale.ROOT, "%d images, %d damaged, %d missing", images(), damaged(), missing());
    }

    long bytes() {
        return entries.stream().mapToLong(GalleryItem::bytes).sum();
    }
}
