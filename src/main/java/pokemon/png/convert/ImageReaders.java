package pokemon.png.convert;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPWrapper;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import pokemon.png.ImageKind;

/** The readers of image formats. Each is loaded with the first image of its format, since most runs meet PNG only. */
final class ImageReaders {
    private ImageReaders() {}

    private static final class Jpeg {
        private static final ImageReaderSpi PROVIDER = registered(new JPEGImageReaderSpi());
    }

    private static final class Tiff {
        private static final ImageReaderSpi PROVIDER = registered(new TIFFImageReaderSpi());
    }

    private static final class Webp {
        private static final ImageReaderSpi PROVIDER = loaded();

        /** Loads the library from a directory that is gone again before the first image is read. */
        private static ImageReaderSpi loaded() {
            try {
                Path directory = Files.createTempDirectory("pokemon-");
                System.setProperty("com.luciad.imageio.webp.tmpdir", directory.toString());
                try {
                    WebPWrapper.loadNativeLibrary();
                } finally {
                    remove(directory);
                }
                return new WebPImageReaderSpi();
            } catch (IOException e) {
                throw new UncheckedIOException("there is no directory for a library: " + e.getMessage(), e);
            }
        }

        private static void remove(Path directory) throws IOException {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    private static ImageReaderSpi registered(ImageReaderSpi provider) {
        // It builds on the reader of the JDK, which it finds there.
        IIORegistry.getDefaultInstance().registerServiceProvider(provider);
        return provider;
    }

    static ImageReader of(ImageKind kind) throws IOException {
        return switch (kind) {
            case JPEG -> Jpeg.PROVIDER.createReaderInstance();
            case TIFF -> Tiff.PROVIDER.createReaderInstance();
            case WEBP -> Webp.PROVIDER.createReaderInstance();
            default -> ImageIO.getImageReadersByFormatName(kind.name()).next();
        };
    }
}
