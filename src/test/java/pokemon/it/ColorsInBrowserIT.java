package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.directory.ImageName;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.launch.Invocation;
import pokemon.png.TestImages;
import pokemon.png.convert.FormatSamples;

/** A browser shows a saved image as it shows what the server sent. */
final class ColorsInBrowserIT {
    /** Compares each pair of images on a canvas, and notes the largest difference of a sample, or the sizes. */
    private static final String COMPARE = """
            <body><script>
            const load = async uri => {
              const image = new Image();
              await new Promise((done, failed) => {
                image.onload = done;
                image.onerror = () => failed(new Error('an image cannot be shown: ' + uri.slice(0, 60)));
                image.src = uri;
              });
              const canvas = document.createElement('canvas');
              canvas.width = image.naturalWidth;
              canvas.height = image.naturalHeight;
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0);
              return context.getImageData(0, 0, canvas.width, canvas.height);
            };
            (async () => {
              const notes = [];
              for (const [name, source, saved] of PAIRS) {
                const [a, b] = [await load(source), await load(saved)];
                let most = a.width === b.width && a.height === b.height ? 0 : 999;
                for (let i = 0; most < 999 && i < a.data.length; i++) {
                  most = Math.max(most, Math.abs(a.data[i] - b.data[i]));
                }
                notes.push(name + '=' + most);
              }
              document.body.dataset.notes = notes.join(' ');
            })().catch(error => { document.body.dataset.notes = String(error); });
            </script></body>""";

    private static final byte[] EXIF =
            "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path temporary;

    /** Returns an 8-bit RGB image with a chunk behind its header. */
    private static byte[] png(byte[] chunk) {
        byte[] png = TestImages.png(new TestImages.Form(24, 16, 8, 2, false, false), 5);
        return TestImages.join(List.of(Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length)));
    }

    private static byte[] named(String name, byte... data) {
        return TestImages.join(List.of(name.getBytes(StandardCharsets.ISO_8859_1), data));
    }

    private static byte[] gifWithASmallFrame() {
        byte[] gif = TestImages.gif(12, 9, 3);
        int frame = 13 + 3 * (2 << (gif[10] & 7));
        while (gif[frame] != 0x2c) {
            frame++;
        }
        gif[6] = 30;
        gif[8] = 20;
        gif[frame + 1] = 5;
        gif[frame + 3] = 7;
        return gif;
    }

    private static Map<String, byte[]> sources() {
        byte[] jpeg = TestImages.encoded(TestImages.picture(24, 16, BufferedImage.TYPE_3BYTE_BGR, 4), "jpeg");
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        Map<String, byte[]> sources = new LinkedHashMap<>();
        sources.put("png-gamma", png(TestImages.chunk("gAMA", (byte) 0, (byte) 1, (byte) 0x86, (byte) 0xa0)));
        sources.put("png-srgb", png(TestImages.chunk("sRGB", (byte) 0)));
        sources.put("png-profile", png(TestImages.iccp("linear", profile)));
        sources.put("png-turned", png(TestImages.chunk("eXIf", EXIF)));
        sources.put("png-palette", TestImages.png(new TestImages.Form(24, 16, 8, 3, true, true), 6));
        sources.put("jpeg", jpeg);
        sources.put("jpeg-profile", FormatSamples.withSegment(jpeg, 0xe2, named("ICC_PROFILE\0\1\1", profile)));
        sources.put("jpeg-turned", FormatSamples.withSegment(jpeg, 0xe1, named("Exif\0\0", EXIF)));
        sources.put("gif", gifWithASmallFrame());
        sources.put("webp-profile", FormatSamples.webpWithProfile(profile));
        return sources;
    }

    private static String uri(byte[] image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(image);
    }

    @ParameterizedTest
    @CsvSource({"auto, T", "auto, P", "always, T", "always, P"})
    void aSavedImageLooksLikeItsSource(String mode, String kind) throws Exception {
        Map<String, byte[]> sources = sources();
        List<String> names = List.copyOf(sources.keySet());
        StringBuilder pairs = new StringBuilder();
        try (FaultServer server = FaultServer.start()) {
            for (int i = 0; i < names.size(); i++) {
                server.forId(i + 1, Misbehaviours.ok(sources.get(names.get(i))));
            }
            Path saved = temporary.resolve("saved");
            String words = "1 " + names.size() + " " + kind + " 2 --reencode=" + mode;
            Invocation.ok(words, saved, "--source", server.template());
            for (int i = 0; i < names.size(); i++) {
                byte[] image = Files.readAllBytes(saved.resolve(ImageName.of(i + 1)));
                pairs.append(
                        String.format("['%s', '%s', '%s'],", names.get(i), uri(sources.get(names.get(i))), uri(image)));
            }
        }
        Path page = temporary.resolve("page.html");
        Files.writeString(page, COMPARE.replace("PAIRS", "[" + pairs + "]"));
        String notes = new Browser(temporary).notes(page.toUri().toString());
        for (String name : names) {
            Matcher note = Pattern.compile("\\b" + name + "=(\\d+)(?: |$)").matcher(notes);
            assertTrue(note.find(), notes);
            // Colour management rounds.
            assertTrue(Integer.parseInt(note.group(1)) <= 2, notes);
        }
    }
}
