package pokemon.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.directory.DirectoryListing;
import pokemon.png.TestImages;

final class GalleryTest {
    @TempDir
    private Path temporary;

    @Test
    void tellsTheWholeTheDamagedAndTheMissingApart() throws IOException {
        Gallery gallery = SampleGallery.of(SampleGallery.mixed(temporary.resolve("images")), 5, 8);
        assertEquals(
                List.of(5, 6, 7, 8),
                gallery.entries().stream().map(GalleryItem::id).toList());
        GalleryItem.Picture picture =
                assertInstanceOf(GalleryItem.Picture.class, gallery.entries().get(0));
        assertEquals(List.of(200, 100), List.of(picture.width(), picture.height()));
        assertInstanceOf(GalleryItem.Missing.class, gallery.entries().get(1));
        GalleryItem.Damaged damaged =
                assertInstanceOf(GalleryItem.Damaged.class, gallery.entries().get(2));
        assertEquals("plain text came instead of a PNG image", damaged.reason());
        assertEquals(List.of(3, 1, 1), List.of(gallery.images(), gallery.damaged(), gallery.missing()));
        assertEquals("images", gallery.name());
    }

    @Test
    void showsNothingButTheRange() throws IOException {
        Gallery gallery = SampleGallery.of(SampleGallery.mixed(temporary), 8, 9);
        assertEquals(List.of(1, 0, 1), List.of(gallery.images(), gallery.damaged(), gallery.missing()));
        assertEquals(Files.size(temporary.resolve("008.png")), gallery.bytes());
    }

    @Test
    void doesNotDecodeWhatClaimsTooManyPixels() throws IOException {
        byte[] header = TestImages.header(50_000, 50_000, 8, 6, 0, 0, 0);
        Files.write(temporary.resolve("001.png"), TestImages.file(header));
        GalleryItem entry = SampleGallery.of(temporary, 1, 1).entries().get(0);
        GalleryItem.Damaged damaged = assertInstanceOf(GalleryItem.Damaged.class, entry);
        assertTrue(damaged.reason().contains("50000x50000"), damaged.reason());
    }

    @Test
    void tellsOfEachFileWhetherItIsValid() throws IOException {
        Collection<Boolean> told = new ConcurrentLinkedQueue<>();
        DirectoryListing listing = DirectoryListing.of(SampleGallery.mixed(temporary));
        Gallery.of(listing, 1, 9, SampleGallery.MAX_PIXELS, told::add);
        assertEquals(3, told.size());
        assertEquals(1, Collections.frequency(told, false));
    }

    @Test
    void refusesMoreIdsThanAPageTakes() throws IOException {
        DirectoryListing listing = DirectoryListing.of(temporary);
        assertEquals(
                Gallery.MAX_IDS,
                Gallery.of(listing, 1, Gallery.MAX_IDS, 1, valid -> {}).missing());
        assertThrows(IllegalArgumentException.class, () -> Gallery.of(listing, 1, Integer.MAX_VALUE, 1, valid -> {}));
    }
}
