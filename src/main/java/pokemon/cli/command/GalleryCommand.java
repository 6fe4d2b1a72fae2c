package pokemon.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pokemon.cli.option.ProgressOption;
import pokemon.cli.process.ExitCode;
import pokemon.cli.process.ShutdownHook;
import pokemon.cli.progress.Progress;
import pokemon.cli.value.Converters;
import pokemon.directory.DirectoryListing;
import pokemon.download.ConversionSettings;
import pokemon.gallery.Gallery;
import pokemon.gallery.GalleryFiles;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult.Status;

/** Makes a page and a contact sheet of a directory of images. */
@Command(
        name = "gallery",
        description = {
            "Makes a page to look at the images of a directory, and a contact sheet.",
            "The page holds small copies of all images and links to the full ones. Damaged and missing images are marked."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pokemon gallery /tmp/pokedex", "  pokemon gallery /tmp/pokedex --range 1-151 --out first.html"})
public final class GalleryCommand extends CliCommand {
    @Parameters(paramLabel = "DIR", description = "The directory.")
    private Path directory;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The page. Default: gallery.html in the current directory.")
    private Path page;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            description = "The contact sheet, a PNG. Default: beside the page, as gallery.png.")
    private Path sheet;

    @Option(
            names = "--range",
            paramLabel = "A-B",
            converter = Converters.Range.class,
            description = "The ids to show. Default: from the lowest to the highest in the directory.")
    private IdRange range;

    @Option(
            names = "--columns",
            paramLabel = "N",
            converter = Converters.Positive.class,
            description = "Columns of the contact sheet. Default: as many as rows, but 32 at most.")
    private Integer columns;

    @Mixin
    private ProgressOption progress;

    @Option(
            names = {"-q", "--quiet"},
            fallbackValue = "true",
            description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        DirectoryListing listing = DirectoryListing.of(directory);
        if (range == null && listing.images().isEmpty()) {
            throw new IOException("no images (NNN.png) are in " + directory);
        }
        IdRange ids = range != null
                ? range
                : new IdRange(listing.images().firstKey(), listing.images().lastKey());
        GalleryFiles files = files(listing, ids);
        Gallery gallery = gallery(listing, ids);
        // After a signal, a file in progress is completed, so that no temporary file stays.
        ShutdownHook.guard(() -> {}, () -> {
            files.write(gallery, columns == null ? 0 : columns);
            return null;
        });
        print(files, gallery);
        return ExitCode.OK;
    }

    private GalleryFiles files(DirectoryListing listing, IdRange ids) throws IOException {
        try {
            Gallery.requireFew(ids.start(), ids.stop());
            return GalleryFiles.of(listing, Optional.ofNullable(page), Optional.ofNullable(sheet));
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
    }

    private Gallery gallery(DirectoryListing listing, IdRange ids) throws IOException {
        int files = listing.images().subMap(ids.start(), ids.stop() + 1).size();
        try (Progress shown = progress.ofImages(files, quiet, err())) {
            Consumer<Boolean> done = valid -> shown.settled(valid ? Status.SAVED : Status.FAILED);
            return Gallery.of(listing, ids.start(), ids.stop(), ConversionSettings.MAX_PIXELS, done);
        }
    }

    private void print(GalleryFiles files, Gallery gallery) {
        PrintWriter out = out();
        out.println(files.page() + ": " + gallery.counts());
        out.println(files.sheet() + ": contact sheet");
        out.flush();
    }
}
