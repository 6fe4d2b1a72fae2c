package pokemon.png;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import pokemon.mirror.image.MirrorImages;

/** Makes small images of every form from seeded pseudo-random samples; the same arguments give the same bytes. */
public final class TestImages {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Which pass each pixel of an 8x8 block belongs to, as PNG 3rd edition, 8.1 draws it. */
    private static final String[] ADAM7 = {
        "16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"
    };

    private TestImages() {}

    /**
     * Is the form of a PNG.
     *
     * @param transparent whether it has a tRNS chunk
     */
    public record Form(int width, int height, int bitDepth, int colorType, boolean interlaced, boolean transparent) {
        int channels() {
            return List.of(1, 0, 3, 1, 2, 0, 4).get(colorType);
        }

        int bitsPerPixel() {
            return channels() * bitDepth;
        }
    }

    /** Returns every legal form of a size: 15 depths and colour types, interlaced or not, with tRNS where allowed. */
    public static List<Form> everyForm(int width, int height) {
        List<Form> forms = new ArrayList<>();
        for (int colorType : new int[] {0, 2, 3, 4, 6}) {
            for (int bitDepth : new int[] {1, 2, 4, 8, 16}) {
                boolean legal =
                        colorType == 0 || (colorType == 3 && bitDepth <= 8) || (colorType != 3 && bitDepth >= 8);
                for (int variant = 0; legal && variant < 4; variant++) {
                    boolean transparent = variant >= 2;
                    if (!transparent || colorType < 4) {
                        forms.add(new Form(width, height, bitDepth, colorType, variant % 2 == 1, transparent));
                    }
                }
            }
        }
        return forms;
    }

    /** Returns a valid PNG of the form, with varied filters and its pixel stream in one to five IDAT chunks. */
    public static byte[] png(Form form, long seed) {
        Random random = new Random(seed);
        int entries = form.colorType == 3 ? 1 + random.nextInt(1 << form.bitDepth) : 0;
        int[][] samples = samples(form, entries, random);
        List<byte[]> parts = new ArrayList<>(List.of(SIGNATURE, header(form)));
        if (form.colorType == 3) {
            parts.add(chunk("PLTE", randomBytes(3 * entries, random)));
        } else if (form.colorType != 0 && form.colorType != 4 && random.nextInt(4) == 0) {
            parts.add(chunk("PLTE", randomBytes(3 * (1 + random.nextInt(256)), random)));
        }
        if (form.transparent) {
            parts.add(chunk("tRNS", transparency(form, entries, samples, random)));
        }
        if (random.nextInt(3) == 0) {
            parts.add(chunk("teSt", randomBytes(random.nextInt(20), random)));
        }
        parts.addAll(split(deflate(scanlines(form, samples, random), random.nextInt(10)), random));
        if (random.nextInt(3) == 0) {
            parts.add(chunk("teSt", randomBytes(random.nextInt(20), random)));
        }
        parts.add(chunk("IEND"));
        return join(parts);
    }

    /** Returns a smooth 475x475 RGBA image with noise, of about 150 KB, as the real ones are. */
    public static byte[] large(long seed) {
        Random random = new Random(seed);
        Form form = new Form(475, 475, 8, 6, false, false);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        for (int y = 0; y < form.height; y++) {
            raw.write(1);
            for (int i = 0; i < form.width * 4; i++) {
                boolean noisy = random.nextInt(9) == 0;
                raw.write(noisy ? random.nextInt(16) : i % 97 == 0 ? 3 : 0);
            }
        }
        return join(List.of(SIGNATURE, header(form), chunk("IDAT", deflate(raw.toByteArray(), 9)), chunk("IEND")));
    }

    /** Returns an image of 475x475 pixels RGBA with shaded, slightly noisy areas, as artwork has, of about 160 KB. */
    static byte[] shaded(long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(475, 475, BufferedImage.TYPE_4BYTE_ABGR);
        for (int area = 0; area < 12; area++) {
            double centerX = 120 + random.nextInt(240);
            double centerY = 120 + random.nextInt(240);
            double radius = 40 + random.nextInt(100);
            int[] color = random.ints(3, 60, 256).toArray();
            for (int y = 0; y < 475; y++) {
                for (int x = 0; x < 475; x++) {
                    double distance = Math.hypot(x - centerX, y - centerY) / radius;
                    if (distance < 1) {
                        int noise = random.nextInt(4) == 0 ? 0 : random.nextInt(5) - 2;
                        int argb = 0xff;
                        for (int sample : color) {
                            double shade = sample * (1 - distance * distance / 2) + noise;
                            argb = (argb << 8) | (int) Math.max(0, Math.min(255, shade));
                        }
                        image.setRGB(x, y, argb);
                    }
                }
            }
        }
        return encoded(image, "png");
    }

    /** Returns the image of an id that the mirror serves. */
    public static byte[] mirrored(int id) {
        return join(MirrorImages.parts(id));
    }

    /** Returns the signature followed by the chunks. */
    public static byte[] file(byte[]... chunks) {
        List<byte[]> parts = new ArrayList<>(List.of(SIGNATURE));
        parts.addAll(Arrays.asList(chunks));
        return join(parts);
    }

    /** Returns the IHDR chunk of a form. */
    public static byte[] header(Form form) {
        return header(form.width, form.height, form.bitDepth, form.colorType, 0, 0, form.interlaced ? 1 : 0);
    }

    /** Returns an IHDR chunk of any values, legal or not. */
    public static byte[] header(int width, int height, int depth, int type, int compression, int filter, int lace) {
        ByteBuffer data = ByteBuffer.allocate(13).putInt(width).putInt(height);
        for (int value : new int[] {depth, type, compression, filter, lace}) {
            data.put((byte) value);
        }
        return chunk("IHDR", data.array());
    }

    /** Returns a chunk with its right length and checksum. */
    public static byte[] chunk(String type, byte... data) {
        byte[] letters = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(letters);
        crc.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(letters)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** Returns the scanlines as an IDAT chunk. */
    public static byte[] data(byte... scanlines) {
        return chunk("IDAT", deflate(scanlines, 6));
    }

    /** Returns an iCCP chunk of a profile, good or bad. */
    public static byte[] iccp(String name, byte... profile) {
        byte[] head = (name + "\0\0").getBytes(StandardCharsets.ISO_8859_1);
        return chunk("iCCP", join(List.of(head, deflate(profile, 9))));
    }

    /** Returns the zlib stream of the bytes. */
    public static byte[] deflate(byte[] bytes, int level) {
        Deflater deflater = new Deflater(level);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /** Returns the parts one after the other. */
    public static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** Returns an image of random rectangles, of one of the types of {@link BufferedImage}. */
    public static BufferedImage picture(int width, int height, int imageType, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, imageType);
        for (int i = 0; i < 12; i++) {
            int argb = random.nextInt() | (i == 0 ? 0xff000000 : 0);
            int left = random.nextInt(width);
            int top = random.nextInt(height);
            for (int y = i == 0 ? 0 : top; y < height; y++) {
                for (int x = i == 0 ? 0 : left; x < width; x++) {
                    image.setRGB(x, y, argb + (i == 3 ? random.nextInt(40) : 0));
                }
            }
        }
        return image;
    }

    /** Returns the image as ImageIO encodes it in the format: "jpeg", "gif", "bmp" or "png". */
    public static byte[] encoded(BufferedImage image, String format) {
        return encoded(image, format, param -> {});
    }

    /** Returns the image as ImageIO encodes it with the given parameters, such as a compression type. */
    public static byte[] encoded(BufferedImage image, String format, Consumer<ImageWriteParam> parameters) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            parameters.accept(param);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Returns a small JPEG image. */
    public static byte[] jpeg(int width, int height, long seed) {
        return encoded(picture(width, height, BufferedImage.TYPE_3BYTE_BGR, seed), "jpeg");
    }

    /** Returns a small GIF image. */
    public static byte[] gif(int width, int height, long seed) {
        return encoded(picture(width, height, BufferedImage.TYPE_BYTE_INDEXED, seed), "gif");
    }

    /** Returns a small BMP image of 24 bits per pixel. */
    public static byte[] bmp(int width, int height, long seed) {
        return encoded(picture(width, height, BufferedImage.TYPE_3BYTE_BGR, seed), "bmp");
    }

    /** Returns the image as it is saved without a detour through ImageIO. */
    public static byte[] written(PngFile image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        image.writeTo(out);
        return out.toByteArray();
    }

    /** Decodes with ImageIO without any check, to say what it makes of the bytes. */
    public static BufferedImage decoded(byte[] bytes) throws IOException {
        ImageIO.setUseCache(false);
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static int[][] samples(Form form, int entries, Random random) {
        int limit = form.colorType == 3 ? entries : 1 << form.bitDepth;
        int[] few = random.ints(4, 0, limit).toArray();
        int[][] samples = new int[form.height][form.width * form.channels()];
        for (int[] row : samples) {
            for (int i = 0; i < row.length; i++) {
                // Few values, so that several pixels equal the transparent one in all channels.
                row[i] = random.nextInt(4) == 0 ? random.nextInt(limit) : few[random.nextInt(2)];
            }
        }
        return samples;
    }

    private static byte[] transparency(Form form, int entries, int[][] samples, Random random) {
        if (form.colorType == 3) {
            return randomBytes(1 + random.nextInt(entries), random);
        }
        int[] row = samples[random.nextInt(form.height)];
        int pixel = random.nextInt(form.width) * form.channels();
        ByteBuffer data = ByteBuffer.allocate(2 * form.channels());
        for (int i = 0; i < form.channels(); i++) {
            data.putShort((short) row[pixel + i]);
        }
        return data.array();
    }

    private static byte[] scanlines(Form form, int[][] samples, Random random) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        for (char pass = '1'; pass <= (form.interlaced ? '7' : '1'); pass++) {
            byte[] above = null;
            for (int y = 0; y < form.height; y++) {
                byte[] row = pack(form, samples[y], form.interlaced ? ADAM7[y % 8] : "11111111", pass);
                if (row.length > 0) {
                    above = above == null ? new byte[row.length] : above;
                    raw.writeBytes(filter(row, above, Math.max(1, form.bitsPerPixel() / 8), random.nextInt(5)));
                    above = row;
                }
            }
        }
        return raw.toByteArray();
    }

    private static byte[] pack(Form form, int[] samples, String passes, char pass) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < samples.length; i++) {
            if (passes.charAt(i / form.channels() % 8) == pass) {
                String binary = Integer.toBinaryString(samples[i]);
                bits.append("0".repeat(form.bitDepth - binary.length())).append(binary);
            }
        }
        bits.append("0".repeat((8 - bits.length() % 8) % 8));
        byte[] row = new byte[bits.length() / 8];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return row;
    }

    private static byte[] filter(byte[] row, byte[] above, int step, int type) {
        byte[] out = new byte[row.length + 1];
        out[0] = (byte) type;
        for (int i = 0; i < row.length; i++) {
            int left = i < step ? 0 : row[i - step] & 0xff;
            int up = above[i] & 0xff;
            int upperLeft = i < step ? 0 : above[i - step] & 0xff;
            int[] predictions = {0, left, up, (left + up) / 2, nearest(left, up, upperLeft)};
            out[i + 1] = (byte) (row[i] - predictions[type]);
        }
        return out;
    }

    private static int nearest(int left, int up, int upperLeft) {
        int best = left;
        for (int candidate : new int[] {up, upperLeft}) {
            int goal = left + up - upperLeft;
            best = Math.abs(goal - candidate) < Math.abs(goal - best) ? candidate : best;
        }
        return best;
    }

    private static List<byte[]> split(byte[] stream, Random random) {
        List<byte[]> chunks = new ArrayList<>();
        int start = 0;
        for (int more = random.nextInt(5); more > 0; more--) {
            int end = start + random.nextInt(stream.length - start + 1);
            chunks.add(chunk("IDAT", Arrays.copyOfRange(stream, start, end)));
            start = end;
        }
        chunks.add(chunk("IDAT", Arrays.copyOfRange(stream, start, stream.length)));
        return chunks;
    }

    private static byte[] randomBytes(int count, Random random) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
