package pokemon.gallery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import pokemon.directory.Resource;
import pokemon.gallery.Template.Part;

/**
 * The page of a gallery, in the directory {@code home}. It contains everything but the full images, to which it links.
 */
record GalleryPage(Gallery gallery, Path home, Path sheet) {
    private static final Template PAGE = Template.named("page.html");
    private static final Template PICTURE = Template.named("picture.html");
    private static final Template DAMAGED = Template.named("damaged.html");
    private static final Template MISSING = Template.named("missing.html");

    void write(Appendable out) throws IOException {
        PAGE.write(
                Map.of(
                        "name", Template.text(gallery.name()),
                        "style", Template.html(Resource.text(GalleryPage.class, "style.css")),
                        "script", Template.html(Resource.text(GalleryPage.class, "script.js")),
                        "ids", Template.text(gallery.entries().size()),
                        "valid", Template.text(gallery.images() - gallery.damaged()),
                        "damaged", Template.text(gallery.damaged()),
                        "missing", Template.text(gallery.missing()),
                        "megabytes", Template.text(String.format(Locale.ROOT, "%.1f", gallery.bytes() / 1e6)),
                        "sheet", Template.text(link(home, sheet)),
                        "cards", this::writeCards),
                out);
    }

    private void writeCards(Appendable out) throws IOException {
        for (GalleryItem entry : gallery.entries()) {
            if (entry instanceof GalleryItem.Picture shown) {
                PICTURE.write(parts(shown), out);
            } else if (entry instanceof GalleryItem.Damaged broken) {
                DAMAGED.write(parts(broken), out);
            } else {
                MISSING.write(Map.of("id", Template.text(entry.id()), "digits", Template.text(entry.digits())), out);
            }
        }
    }

    private Map<String, Part> parts(GalleryItem.Picture shown) {
        Thumbnail thumbnail = shown.thumbnail();
        return Map.of(
                "id", Template.text(shown.id()),
                "digits", Template.text(shown.digits()),
                "link", Template.text(link(shown.file())),
                "thumbnail", Template.html(Base64.getEncoder().encodeToString(thumbnail.png())),
                "thumbnailWidth", Template.text(thumbnail.image().getWidth()),
                "thumbnailHeight", Template.text(thumbnail.image().getHeight()),
                "width", Template.text(shown.width()),
                "height", Template.text(shown.height()),
                "size", Template.text(size(shown)));
    }

    private Map<String, Part> parts(GalleryItem.Damaged broken) {
        return Map.of(
                "id", Template.text(broken.id()),
                "digits", Template.text(broken.digits()),
                "link", Template.text(link(broken.file())),
                "reason", Template.text(broken.reason()),
                "size", Template.text(size(broken)));
    }

    private String link(Path file) {
        return link(home, gallery.directory().resolve(file.getFileName()));
    }

    /**
     * Returns the link from a directory to a file, percent-encoded (RFC 3986); both paths are absolute and without
     * links.
     */
    static String link(Path from, Path to) {
        Path root = to.getRoot();
        if (!root.equals(from.getRoot())) {
            return to.toUri().toString();
        }
        URI relative = root.resolve(from.relativize(to)).toUri();
        String encoded =
                relative.getRawPath().substring(root.toUri().getRawPath().length());
        // Without the dot, a first name such as "a:b" would be read as a scheme.
        return encoded.startsWith("../") ? encoded : "./" + encoded;
    }

    /** Returns the size with a no-break space, since cards are narrow. */
    private static String size(GalleryItem entry) {
        return entry.bytes() < 1000 ? entry.bytes() + "\u00a0B" : Math.round(entry.bytes() / 1e3) + "\u00a0kB";
    }
}
