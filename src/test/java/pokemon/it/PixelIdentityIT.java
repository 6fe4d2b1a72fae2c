package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.directory.ImageName;
import pokemon.launch.Invocation;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;
import pokemon.png.PngFile;
import pokemon.png.ReferenceDecoder;
import pokemon.png.TestImages;
import pokemon.png.convert.FormatSamples;

/** What is saved shows exactly the pixels that were served. */
final class PixelIdentityIT {
    @TempDir
    private Path served;

    @TempDir
    private Path saved;

    private void download(int last, String reencode, String kind) throws IOException {
        try (MirrorServer mirror = MirrorServer.start(MirrorOptions.defaults().withDirectory(served))) {
            Invocation.ok("1 " + last + " " + kind + " 3", saved, "--source", mirror.baseUri(), "--reencode", reencode);
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
    void ofEachFormatUnderAPngName(String reencode, String kind) throws IOException {
        List<FormatSamples.Sample> samples = FormatSamples.all();
        for (int i = 0; i < samples.size(); i++) {
            Files.write(served.resolve(ImageName.of(i + 1)), samples.get(i).file());
        }
        download(samples.size(), reencode, kind);
        for (int i = 0; i < samples.size(); i++) {
            byte[] result = Files.readAllBytes(saved.resolve(ImageName.of(i + 1)));
            PngFile.verify(result, result.length, 10_000);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(result));
            assertEquals(Optional.empty(), samples.get(i).difference(image), samples.get(i)::name);
        }
        Invocation.ok("stats", saved, "--range", "1-" + samples.size());
        Path page = saved.resolveSibling("gallery.html");
        Invocation.ok("gallery", saved, "--out", page);
        String shown = Files.readString(page);
        for (int i = 0; i < samples.size(); i++) {
            assertTrue(shown.contains(ImageName.of(i + 1)), shown);
        }
    }
}
