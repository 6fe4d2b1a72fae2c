package pokemon.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Moves, repeats, removes and rewrites whole chunks of a file, and their right checksums with them. */
final class ChunkDamage {
    private static final String[] TYPES = {"IHDR", "PLTE", "tRNS", "IDAT", "IEND", "teSt", "TeSt", "tRNs", "te5t"};

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares parts.
    private record Part(String type, byte[] data) {
        private byte[] bytes() {
            return TestImages.chunk(type, data);
        }
    }

    private final List<Part> parts;
    private final Random random;

    private ChunkDamage(byte[] file, Random random) {
        this.parts = split(file);
        this.random = random;
    }

    /** Returns the file with one to three changes. */
    static byte[] apply(byte[] file, Random random) {
        ChunkDamage damage = new ChunkDamage(file, random);
        for (int i = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1; i > 0; i--) {
            damage.change();
        }
        return TestImages.file(damage.parts.stream().map(Part::bytes).toArray(byte[][]::new));
    }

    private static List<Part> split(byte[] file) {
        List<Part> parts = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file, 8, file.length - 8);
        while (in.hasRemaining()) {
            byte[] data = new byte[in.getInt()];
            byte[] type = new byte[4];
            in.get(type).get(data).getInt();
            parts.add(new Part(new String(type, StandardCharsets.ISO_8859_1), data));
        }
        return parts;
    }

    private void change() {
        if (parts.isEmpty()) {
            return;
        }
        int at = random.nextInt(parts.size());
        Part part = parts.get(at);
        switch (random.nextInt(10)) {
            case 0 -> parts.add(random.nextInt(parts.size()), parts.remove(at));
            case 1 -> parts.add(random.nextInt(parts.size() + 1), part);
            case 2 -> parts.remove(at);
            case 3 -> parts.set(at, new Part(part.type, resized(part.data)));
            case 4 -> parts.set(at, new Part(part.type, flipped(part.data)));
            case 5 -> parts.set(at, new Part(TYPES[random.nextInt(TYPES.length)], part.data));
            case 6 ->
                parts.add(at, new Part(TYPES[random.nextInt(TYPES.length)], flipped(new byte[random.nextInt(9)])));
            case 7 -> changeHeader();
            default -> changePixels();
        }
    }

    private byte[] resized(byte[] data) {
        int more = random.nextInt(7) - 3;
        return Arrays.copyOf(
                data, random.nextInt(4) == 0 ? random.nextInt(data.length + 1) : Math.max(0, data.length + more));
    }

    private byte[] flipped(byte[] data) {
        byte[] out = data.clone();
        for (int i = out.length == 0 ? 0 : 1 + random.nextInt(3); i > 0; i--) {
            out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return out;
    }

    /** Gives one of the small values of the header another small value, which is legal more often than a random one. */
    private void changeHeader() {
        Part part = parts.get(0);
        byte[] data = part.data.clone();
        if (data.length == 13) {
            int[] places = {3, 7, 8, 9, 10, 11, 12};
            data[places[random.nextInt(places.length)]] = (byte) random.nextInt(20);
            parts.set(0, new Part(part.type, data));
        }
    }

    /** Changes the inflated scanlines, and deflates them again with the right Adler-32. */
    private void changePixels() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        int first = -1;
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).type.equals("IDAT")) {
                first = i;
            }
        }
        parts.stream().filter(part -> part.type.equals("IDAT")).forEach(part -> stream.writeBytes(part.data));
        if (first >= 0) {
            parts.removeIf(part -> part.type.equals("IDAT"));
            byte[] raw = inflate(stream.toByteArray());
            byte[] changed = random.nextInt(5) == 0 ? resized(raw) : flipped(raw);
            parts.add(Math.min(first, parts.size()), new Part("IDAT", TestImages.deflate(changed, random.nextInt(10))));
        }
    }

    /** Returns what can be inflated: the stream may have been damaged before. */
    private static byte[] inflate(byte[] stream) {
        byte[] raw = new byte[1 << 16];
        int size = 0;
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream);
            size = inflater.inflate(raw);
        } catch (DataFormatException e) {
            return new byte[2];
        } finally {
            inflater.end();
        }
        return Arrays.copyOf(raw, size);
    }
}
