package pokemon.png;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The readers of image formats. Each is loaded when its first image comes, for most runs meet none but PNG. */
final class ImageReaders {
    private ImageReaders() {}

    private static final class Jpeg {
        private static final ImageReaderSpi PROVIDER = registered(new JPEGImageReaderSpi());
    }

    private static final class Tiff {
        private static final ImageReaderSpi PROVIDER = registered(new TIFFImageReaderSpi());
    }

    private static final class Webp {
        private static final ImageReaderSpi PROVIDER = new WebPImageReaderSpi();
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
            default -> {
                Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
                if (!readers.hasNext()) {
                    throw new IllegalStateException("this Java runtime has no reader of " + kind.description());
                }
                yield readers.next();
            }
        };
    }
}
