package pokemon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;
import pokemon.png.PngFile;
import pokemon.png.ReferenceDecoder;
import pokemon.png.TestImages;

/** What is saved shows exactly the pixels that were served. */
final class PixelIdentityIT {
    @TempDir
    private Path served;

    @TempDir
    private Path saved;

    private void download(int last, String reencode, String kind) throws IOException {
        try (MirrorServer mirror = MirrorServer.start(MirrorOptions.defaults().withDirectory(served))) {
            Invocation tool = Invocation.line(
                    "1 " + last + " " + kind + " 3", saved, "--source", mirror.baseUri(), "--reencode", reencode);
            assertEquals(0, tool.exitCode(), () -> tool.errLines().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"auto,T", "auto,P", "always,T", "always,P"})
    void ofPngsOfEveryForm(String reencode, String kind) throws IOException {
        List<TestImages.Form> forms = TestImages.everyForm(19, 23);
        for (int i = 0; i < forms.size(); i++) {
            Files.write(served.resolve(ImageName.of(i + 1)), TestImages.png(forms.get(i), i));
        }
        download(forms.size(), reencode, kind);
        for (int i = 0; i < forms.size(); i++) {
            byte[] source = Files.readAllBytes(served.resolve(ImageName.of(i + 1)));
            byte[] result = Files.readAllBytes(saved.resolve(ImageName.of(i + 1)));
            PngFile.verify(result, result.length, 1_000);
            assertEquals(
                    ReferenceDecoder.decode(source, 1_000),
                    ReferenceDecoder.decode(result, 1_000),
                    forms.get(i)::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"auto,T", "auto,P", "always,T", "always,P"})
    void ofJpegAndGifUnderAPngName(String reencode, String kind) throws IOException {
        List<byte[]> sources = List.of(TestImages.jpeg(31, 17, 1), TestImages.gif(31, 17, 2));
        for (int i = 0; i < sources.size(); i++) {
            Files.write(served.resolve(ImageName.of(i + 1)), sources.get(i));
        }
        download(sources.size(), reencode, kind);
        for (int i = 0; i < sources.size(); i++) {
            byte[] result = Files.readAllBytes(saved.resolve(ImageName.of(i + 1)));
            PngFile.verify(result, result.length, 1_000);
            assertArrayEquals(pixels(sources.get(i)), pixels(result));
        }
    }

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
