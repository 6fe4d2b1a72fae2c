package pokemon.gallery;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pokemon.directory.DirectoryListing;
import pokemon.directory.ImageName;
import pokemon.directory.OutputFile;

/** The two files of a gallery: a page and a contact sheet. Each is written atomically. */
public final class GalleryFiles {
    private static final String USUAL_NAME = "gallery.html";

    private final Place page;
    private final Place sheet;

    private GalleryFiles(Place page, Place sheet) {
        this.page = page;
        this.sheet = sheet;
    }

    /** The place of a file: as the user wrote it, and as an absolute path without links. */
    private record Place(Path named, Path file) {
        static Place of(String option, Path named) throws IOException {
            Path directory = named.toAbsolutePath().getParent();
            if (directory == null || Files.isDirectory(named)) {
                throw new IOException(option + ": " + named + " is a directory");
            }
            if (!Files.isDirectory(directory)) {
                throw new IOException(option + ": no such directory: " + directory);
            }
            if (Files.exists(named) && !Files.isRegularFile(named)) {
                throw new IOException(option + ": " + named + " is no regular file and would be replaced by one");
            }
            return new Place(named, directory.toRealPath().resolve(named.getFileName()));
        }
    }

    /**
     * Decides where the files go, without touching the disk.
     *
     * @param images the directory that is shown
     * @param page the place of the page, by default {@code gallery.html} in the current directory
     * @param sheet the place of the contact sheet, by default beside the page, as PNG
     * @throws IOException when the files cannot be written there; the message says why
     * @throws IllegalArgumentException when the default page would be among the images, when a file would replace an
     *     image, or when both are the same
     */
    public static GalleryFiles of(DirectoryListing images, Optional<Path> page, Optional<Path> sheet)
            throws IOException {
        Place pagePlace = Place.of("--out", page.orElse(Path.of(USUAL_NAME)));
        Place sheetPlace = Place.of("--sheet", sheet.orElseGet(() -> beside(pagePlace.named)));
        Path directory = images.directory().toRealPath();
        if (page.isEmpty() && pagePlace.file.startsWith(directory)) {
            throw new IllegalArgumentException(
                    "the page would be among the images: name another place, such as --out ../" + USUAL_NAME);
        }
        if (pagePlace.file.equals(sheetPlace.file)) {
            throw new IllegalArgumentException("--out and --sheet are the same file: " + pagePlace.named);
        }
        for (Place place : List.of(pagePlace, sheetPlace)) {
            String name = place.file.getFileName().toString();
            if (place.file.getParent().equals(directory) && ImageName.hasForm(name)) {
                throw new IllegalArgumentException("the gallery would replace the image " + place.named);
            }
        }
        return new GalleryFiles(pagePlace, sheetPlace);
    }

    private static Path beside(Path page) {
        String name = page.getFileName().toString();
        return page.resolveSibling(name.replaceFirst("(?i)\\.html?$", "") + ".png");
    }

    /** Returns the place of the page as the user wrote it. */
    public Path page() {
        return page.named;
    }

    /** Returns the place of the contact sheet as the user wrote it. */
    public Path sheet() {
        return sheet.named;
    }

    /** Writes or replaces both files; 0 columns stand for a number that depends on the number of ids. */
    public void write(Gallery gallery, int columns) throws IOException {
        byte[] picture = new ContactSheet(gallery, columns).png();
        GalleryPage text = new GalleryPage(gallery, page.file.getParent(), sheet.file);
        new OutputFile(page.file).write(stream -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            text.write(out);
            out.flush();
        });
        new OutputFile(sheet.file).write(stream -> stream.write(picture));
    }
}
