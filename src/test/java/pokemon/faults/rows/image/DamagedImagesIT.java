package pokemon.faults.rows.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.png.TestImages.chunk;
import static pokemon.png.TestImages.deflate;
import static pokemon.png.TestImages.file;
import static pokemon.png.TestImages.header;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.png.ReferenceDecoder;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** Complete bodies that are damaged images, or images of another format. */
final class DamagedImagesIT extends RowTest {
    private static final byte[] GRAY = header(1, 1, 8, 0, 0, 0, 0);
    private static final byte[] DATA = chunk("IDAT", deflate(new byte[2], 6));
    private static final byte[] END = chunk("IEND");

    @Row(16)
    @ParameterizedTest
    @CsvSource({"THREADS, auto", "THREADS, always", "PROCESSES, auto", "PROCESSES, always"})
    void otherFormatsBecomePngAndTheirTruncationsFail(WorkerKind kind, String mode) throws IOException {
        List<byte[]> others = List.of(TestImages.jpeg(40, 30, 1), TestImages.gif(40, 30, 2));
        for (int i = 0; i < others.size(); i++) {
            byte[] image = others.get(i);
            server.forId(i + 1, Misbehaviours.ok(image));
            server.forId(i + 3, Misbehaviours.ok(Arrays.copyOf(image, image.length - 10)));
            server.forId(i + 5, Misbehaviours.ok(Arrays.copyOf(image, image.length / 2)));
        }
        server.forId(7, Misbehaviours.ok(TestImages.bmp(40, 30, 3)));
        Run run = tool(kind).ids(1, 7).with("--reencode=" + mode).run().assertExit(1);
        run.assertSaved(1, 2);
        for (int i = 3; i <= 6; i++) {
            run.assertFailed(i, 2, List.of("JPEG", "GIF").get((i - 3) % 2));
        }
        run.assertFailed(7, 1, "a BMP image came, which cannot be converted");
    }

    private static byte[] withBadChecksum(byte[] chunk) {
        byte[] bad = chunk.clone();
        bad[bad.length - 1] ^= 1;
        return bad;
    }

    private static byte[] withBadAdler() {
        byte[] stream = deflate(new byte[2], 6);
        stream[stream.length - 1] ^= 1;
        return chunk("IDAT", stream);
    }

    private static byte[] withTail(byte[] image, int more) {
        return Arrays.copyOf(image, image.length + more);
    }

    private static List<byte[]> damages() {
        return List.of(
                file(withBadChecksum(GRAY), DATA, END), // bad checksum of IHDR
                file(GRAY, withBadChecksum(DATA), END), // bad checksum of IDAT
                file(GRAY, DATA), // no IEND
                file(GRAY, END, DATA), // early IEND
                withTail(file(GRAY, DATA, END), 1), // trailing byte
                TestImages.join(List.of(file(GRAY, DATA, END), file(GRAY, DATA, END))), // two images
                file(DATA, GRAY, END), // IDAT first
                file(GRAY, GRAY, DATA, END), // two IHDR
                file(header(0, 1, 8, 0, 0, 0, 0), DATA, END), // width 0
                file(header(1, 1, 3, 0, 0, 0, 0), DATA, END), // depth 3
                file(header(1, 1, 8, 5, 0, 0, 0), DATA, END), // colour type 5
                file(header(1, 1, 8, 0, 0, 0, 2), DATA, END), // interlace 2
                file(GRAY, chunk("IDAT", deflate(new byte[] {5, 0}, 6)), END), // filter type 5
                file(GRAY, chunk("IDAT", deflate(new byte[1], 6)), END), // scanline too short
                file(GRAY, chunk("IDAT", deflate(new byte[3], 6)), END), // scanline too long
                file(GRAY, withBadAdler(), END)); // bad Adler-32
    }

    @Row(17)
    @ParameterizedTest
    @CsvSource({"THREADS, auto", "THREADS, always", "PROCESSES, auto", "PROCESSES, always"})
    void aDamagedPngFails(WorkerKind kind, String mode) throws IOException {
        List<byte[]> damaged = damages();
        for (int i = 0; i < damaged.size(); i++) {
            server.forId(i + 1, Misbehaviours.ok(damaged.get(i)));
        }
        int last = damaged.size() + 1;
        server.forId(last, Misbehaviours.ok(file(GRAY, DATA, END)));
        Tool tool = tool(kind).ids(1, last).with("--reencode=" + mode, "--checks=strict");
        Run run = tool.run().assertExit(1);
        run.assertSaved(last);
        // A damaged image is asked for twice.
        assertEquals(2 * damaged.size() + 1, server.requests());
    }

    private static byte[] zeros(long count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out)) {
            byte[] block = new byte[1 << 16];
            for (long left = count; left > 0; left -= block.length) {
                stream.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return out.toByteArray();
    }

    @Row(18)
    @ThreadsAndProcesses
    void aBombFailsBeforeAnythingIsAllocatedForIt(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.ok(file(header(46_340, 46_340, 8, 6, 0, 0, 0), DATA, END)));
        server.forId(
                2,
                Misbehaviours.ok(
                        file(header(20_000, 10_000, 1, 0, 0, 0, 0), chunk("IDAT", zeros(2_501L * 10_000)), END)));
        serve(3, 3);
        // A child that tried to hold the pixels would die, and the failure would name its death.
        Tool tool = tool(kind).ids(1, 3).with("--reencode=always", "--jvm-arg=-Xmx24m");
        Run run = tool.run().assertExit(1).assertSaved(3).assertFailed(1, 1, "limit of 50000000");
        run.assertFailed(2, 1, "limit of 50000000");
        assertEquals(kind == WorkerKind.THREADS ? 0 : 2, run.total("processes"));
    }

    @Row(75)
    @ThreadsAndProcesses
    void anImageTooLargeForMemoryIsNotCalledDamaged(WorkerKind kind) throws Exception {
        byte[] large = TestImages.encoded(new BufferedImage(5_000, 4_000, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        server.forId(1, Misbehaviours.ok(large));
        serve(2, 4);
        Tool tool = tool(kind).ids(1, 4).with("--jvm-arg=-Xmx32m").environment("JDK_JAVA_OPTIONS", "-Xmx48m");
        Run run = launch(tool).assertExit(1).assertSaved(2, 3, 4);
        String reason = run.id(1).get("error").asText();
        assertTrue(reason.matches("not enough memory for 5000x4000 pixels \\(heap [34][0-9] MB\\)"), reason);
        run.assertNoStackTrace();
    }

    @Row(18)
    @ThreadsAndProcesses
    void aStreamThatInflatesBeyondItsHeaderFails(WorkerKind kind) throws IOException {
        server.forId(
                1, Misbehaviours.ok(file(header(100, 100, 8, 0, 0, 0, 0), chunk("IDAT", zeros(200_000_000)), END)));
        tool(kind)
                .with("--jvm-arg=-Xmx24m")
                .run()
                .assertExit(1)
                .assertFailed(
                        1, 2, "the pixel data is more than twice as long as the size says; it came damaged twice");
    }

    @Row(19)
    @ThreadsAndProcesses
    void noTruncationAndNoFlippedBitEndsInADifferentImage(WorkerKind kind) throws IOException {
        byte[] whole = png(1);
        int last = 0;
        for (int at = 0; at < whole.length; at += 3) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            server.forId(++last, Misbehaviours.ok(Arrays.copyOf(whole, at)));
            server.forId(++last, Misbehaviours.ok(flipped));
        }
        Run run = tool(kind).ids(1, last).run().assertExit(1);
        // The signature or a checksum covers every byte; one chunk is not written.
        for (int id : run.ids("saved")) {
            byte[] saved = Files.readAllBytes(run.directory().resolve(String.format(Locale.ROOT, "%03d.png", id)));
            assertEquals(ReferenceDecoder.decode(whole, 100), ReferenceDecoder.decode(saved, 100));
            assertFalse(run.id(id).get("forgiven").isNull());
        }
        assertEquals(last, run.total("failed") + run.total("saved"));
        run.assertNoStackTrace();
        Run strict = tool(kind).ids(1, last).with("--checks=strict").run().assertExit(1);
        assertEquals(last, strict.total("failed"));
    }
}
