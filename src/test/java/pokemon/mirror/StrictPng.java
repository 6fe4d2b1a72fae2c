package pokemon.mirror;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Checks an RGBA image as strictly as the PNG specification allows, independently of what makes the images. */
public final class StrictPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private StrictPng() {}

    /** Returns what is wrong with the image, in the order it was found; nothing for a valid one. */
    public static List<String> faults(byte[] png) {
        List<String> faults = new ArrayList<>();
        if (!Arrays.equals(SIGNATURE, Arrays.copyOf(png, 8))) {
            return List.of("signature");
        }
        ByteBuffer in = ByteBuffer.wrap(png, 8, png.length - 8);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        StringBuilder order = new StringBuilder();
        int[] size = new int[2];
        while (in.remaining() >= 12) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                faults.add("chunk length");
                return faults;
            }
            byte[] typeAndData = new byte[4 + length];
            in.get(typeAndData);
            CRC32 crc = new CRC32();
            crc.update(typeAndData);
            String type = new String(typeAndData, 0, 4, StandardCharsets.ISO_8859_1);
            if ((int) crc.getValue() != in.getInt()) {
                faults.add("CRC of " + type);
            }
            order.append(type).append(' ');
            if (type.equals("IHDR")) {
                size[0] = ByteBuffer.wrap(typeAndData).getInt(4);
                size[1] = ByteBuffer.wrap(typeAndData).getInt(8);
                if (!Arrays.equals(new byte[] {8, 6, 0, 0, 0}, Arrays.copyOfRange(typeAndData, 12, 17))) {
                    faults.add("IHDR");
                }
            } else if (type.equals("IDAT")) {
                stream.write(typeAndData, 4, length);
            }
        }
        if (in.hasRemaining() || !order.toString().matches("IHDR (IDAT )+IEND ")) {
            faults.add("chunks " + order);
        }
        checkPixels(stream.toByteArray(), size[0], size[1], faults);
        return faults;
    }

    private static void checkPixels(byte[] stream, int width, int height, List<String> faults) {
        int stride = 1 + 4 * width;
        byte[] rows = new byte[stride * height + 1];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream);
            int length = inflater.inflate(rows);
            if (length != stride * height) {
                faults.add("length of pixels");
            }
            // Only true once the Adler-32 was found right.
            if (!inflater.finished() || inflater.getRemaining() != 0) {
                faults.add("end of stream");
            }
        } catch (DataFormatException e) {
            faults.add("stream: " + e.getMessage());
        } finally {
            inflater.end();
        }
        for (int y = 0; y < height; y++) {
            if (rows[y * stride] < 0 || rows[y * stride] > 4) {
                faults.add("filter type");
            }
        }
    }
}
