package pokemon.gallery;

import java.nio.file.Path;
import pokemon.directory.ImageName;

/** One id of a gallery. */
sealed interface GalleryItem {
    int id();

    /** Returns the size of the file in bytes, 0 when there is none. */
    long bytes();

    /** Returns the id with at least three digits, such as "007". */
    default String digits() {
        return ImageName.digits(id());
    }

    /** A completely valid image with its size in pixels. */
    record Picture(int id, Path file, long bytes, int width, int height, Thumbnail thumbnail) implements GalleryItem {}

    /** A file that is not a valid image, and its fault as a short clause. */
    record Damaged(int id, Path file, long bytes, String reason) implements GalleryItem {}

    record Missing(int id) implements GalleryItem {
        @Override
        public long bytes() {
            return 0;
        }
    }
}
