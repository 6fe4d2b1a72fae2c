package pokemon.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes PNG the plain way, all in memory, to 16-bit RGBA samples, and refuses whatever is against the format.
 *
 * <p>It shares no code with what it is compared to. The chunk order is one regular expression per colour type.
 */
public final class ReferenceDecoder {
    private static final int[] X0 = {0, 4, 0, 2, 0, 1, 0};
    private static final int[] Y0 = {0, 0, 4, 0, 2, 0, 1};
    private static final int[] DX = {8, 8, 4, 4, 2, 2, 1};
    private static final int[] DY = {8, 8, 8, 4, 4, 2, 2};

    /** Are the pixels row by row, each one as red, green, blue and alpha of 16 bits. */
    public record Pixels(int width, int height, LongBuffer rgba) {}

    private final ByteBuffer file;
    private final long maxPixels;
    private final StringBuilder order = new StringBuilder();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int depth;
    private int type;
    private int lace;
    private int channels;
    private byte[] palette = {};
    private byte[] transparency = {};
    private long[] rgba = {};

    private ReferenceDecoder(byte[] bytes, long maxPixels) {
        this.file = ByteBuffer.wrap(bytes);
        this.maxPixels = maxPixels;
    }

    /** Decodes a whole file; throws when it is not a valid PNG. */
    public static Pixels decode(byte[] bytes, long maxPixels) throws IOException {
        ReferenceDecoder decoder = new ReferenceDecoder(bytes, maxPixels);
        decoder.chunks();
        decoder.pixels();
        return new Pixels(decoder.width, decoder.height, LongBuffer.wrap(decoder.rgba));
    }

    private static void require(boolean condition, String what) throws IOException {
        if (!condition) {
            throw new IOException(what);
        }
    }

    private void chunks() throws IOException {
        require(file.remaining() > 8 && file.getLong() == 0x89504e470d0a1a0aL, "signature");
        while (file.hasRemaining()) {
            require(file.remaining() >= 12, "chunk");
            int length = file.getInt();
            require(length >= 0 && length <= file.remaining() - 8, "length");
            byte[] body = new byte[4 + length];
            file.get(body);
            CRC32 crc = new CRC32();
            crc.update(body);
            require((int) crc.getValue() == file.getInt(), "crc");
            String name = new String(body, 0, 4, StandardCharsets.ISO_8859_1);
            require(name.matches("[A-Za-z]{4}"), "name");
            chunk(name, Arrays.copyOfRange(body, 4, body.length));
        }
        String pattern = Arrays.asList(
                        "Ha*(Ta*)?D+a*E",
                        "-",
                        "Ha*(Pa*)?(Ta*)?D+a*E",
                        "Ha*Pa*(Ta*)?D+a*E",
                        "Ha*D+a*E",
                        "-",
                        "Ha*(Pa*)?D+a*E")
                .get(type);
        require(order.toString().matches(pattern), "order " + order);
        int colors = palette.length / 3;
        require(palette.length % 3 == 0 && colors <= (type == 3 ? 1 << depth : 256), "PLTE");
        require(order.indexOf("P") < 0 || colors > 0, "empty PLTE");
        if (order.indexOf("T") >= 0) {
            int size = transparency.length;
            require(type == 3 ? size > 0 && size <= colors : size == 2 * channels, "tRNS");
        }
    }

    private void chunk(String name, byte[] body) throws IOException {
        switch (name) {
            case "IHDR" -> header(body);
            case "PLTE" -> palette = body;
            case "tRNS" -> transparency = body;
            case "IDAT" -> data.writeBytes(body);
            case "IEND" -> require(body.length == 0, "IEND");
            default -> require(Character.isLowerCase(name.charAt(0)), "critical");
        }
        order.append(
                "IHDR PLTE tRNS IDAT IEND".contains(name)
                        ? "HPTDE".charAt("IHDR PLTE tRNS IDAT IEND".indexOf(name) / 5)
                        : 'a');
    }

    private void header(byte[] body) throws IOException {
        require(body.length == 13 && order.isEmpty(), "IHDR");
        ByteBuffer buffer = ByteBuffer.wrap(body);
        width = buffer.getInt();
        height = buffer.getInt();
        depth = buffer.get();
        type = buffer.get();
        require(width > 0 && height > 0 && (long) width * height <= maxPixels, "size");
        require(
                " 1-0 2-0 4-0 8-0 16-0 8-2 16-2 1-3 2-3 4-3 8-3 8-4 16-4 8-6 16-6 "
                        .contains(" " + depth + "-" + type + " "),
                "depth");
        require(buffer.getShort() == 0, "methods");
        lace = buffer.get();
        require(lace == 0 || lace == 1, "interlace");
        channels = new int[] {1, 0, 3, 1, 2, 0, 4}[type];
    }

    private void pixels() throws IOException {
        rgba = new long[width * height];
        ByteBuffer raw = ByteBuffer.wrap(inflate());
        if (lace == 0) {
            pass(raw, 0, 0, 1, 1);
        } else {
            for (int i = 0; i < 7; i++) {
                pass(raw, X0[i], Y0[i], DX[i], DY[i]);
            }
        }
        require(!raw.hasRemaining(), "surplus");
    }

    private byte[] inflate() throws IOException {
        byte[] compressed = data.toByteArray();
        long max = (width * 8L + 8) * (height + 8L) * 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            byte[] buffer = new byte[4096];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                require(count > 0 || inflater.finished(), "stream");
                require(out.size() <= max, "bomb");
                out.write(buffer, 0, count);
            }
            require(inflater.getRemaining() == 0, "unused");
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    private void pass(ByteBuffer raw, int x0, int y0, int dx, int dy) throws IOException {
        int columns = (width - x0 + dx - 1) / dx;
        if (columns <= 0) {
            return;
        }
        byte[] above = new byte[(columns * channels * depth + 7) / 8];
        for (int y = y0; y < height; y += dy) {
            byte[] row = new byte[above.length];
            require(raw.remaining() > row.length, "rows");
            int filter = raw.get();
            require(filter >= 0 && filter <= 4, "filter");
            raw.get(row);
            unfilter(row, above, filter);
            for (int i = 0; i < columns; i++) {
                rgba[y * width + x0 + i * dx] = pixel(row, i);
            }
            above = row;
        }
    }

    private void unfilter(byte[] row, byte[] above, int filter) {
        int step = Math.max(1, channels * depth / 8);
        for (int i = 0; i < row.length; i++) {
            int a = i < step ? 0 : row[i - step] & 0xff;
            int b = above[i] & 0xff;
            int c = i < step ? 0 : above[i - step] & 0xff;
            int pa = Math.abs(b - c);
            int pb = Math.abs(a - c);
            int pc = Math.abs(a + b - 2 * c);
            int paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
            row[i] += (byte) new int[] {0, a, b, (a + b) >> 1, paeth}[filter];
        }
    }

    private int sample(byte[] row, int index) {
        if (depth == 16) {
            return ((row[2 * index] & 0xff) << 8) | (row[2 * index + 1] & 0xff);
        }
        int bit = index * depth;
        return ((row[bit / 8] & 0xff) >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
    }

    private long pixel(byte[] row, int index) throws IOException {
        int max = (1 << depth) - 1;
        int[] s = new int[channels];
        boolean keyed = type != 3 && transparency.length > 0;
        for (int i = 0; i < channels; i++) {
            s[i] = sample(row, index * channels + i);
            // Below 16 bits only the low bits of a tRNS sample count (PNG 3rd edition, 11.3.1.1).
            keyed = keyed && s[i] == (ByteBuffer.wrap(transparency).getShort(2 * i) & max);
        }
        if (type == 3) {
            require(s[0] < palette.length / 3, "index");
            int alpha = s[0] < transparency.length ? transparency[s[0]] & 0xff : 255;
            int at = 3 * s[0];
            return rgba(257, palette[at] & 0xff, palette[at + 1] & 0xff, palette[at + 2] & 0xff, alpha);
        }
        int alpha = type >= 4 ? s[channels - 1] : keyed ? 0 : max;
        boolean gray = channels < 3;
        return rgba(65535 / max, s[0], s[gray ? 0 : 1], s[gray ? 0 : 2], alpha);
    }

    private static long rgba(int scale, long red, long green, long blue, long alpha) {
        long rgba = 0;
        for (long sample : new long[] {red, green, blue, alpha}) {
            rgba = (rgba << 16) | (sample * scale);
        }
        return rgba;
    }
}
