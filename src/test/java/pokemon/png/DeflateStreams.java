package pokemon.png;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/** Makes zlib streams of every kind of block, by zlib and bit by bit. */
public final class DeflateStreams {
    private final Random random;

    public DeflateStreams(Random random) {
        this.random = random;
    }

    /** Returns a valid stream, mostly small. */
    public byte[] next() {
        return switch (random.nextInt(8)) {
            case 0 -> deflated(content(random.nextInt(4)), 0);
            case 1 -> deflated(content(random.nextInt(200_000)), random.nextInt(10));
            case 2, 3 -> new Writer().blocks();
            default -> deflated(content(random.nextInt(3_000)), random.nextInt(10));
        };
    }

    private byte[] content(int size) {
        byte[] content = new byte[size];
        int kind = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            int back = 1 + random.nextInt(Math.min(i + 1, 40_000));
            content[i] = switch (kind) {
                case 0 -> (byte) random.nextInt();
                case 1 -> (byte) (random.nextInt(40) == 0 ? random.nextInt() : i > 0 ? content[i - 1] : 0);
                case 2 -> (byte) (random.nextInt(9) == 0 || back > i ? random.nextInt(20) : content[i - back]);
                default -> (byte) Math.abs(random.nextGaussian() * 6);
            };
            if (kind == 2 && random.nextInt(20) == 0) {
                int length = Math.min(Math.min(300, back), size - i);
                for (int k = 0; k < length && i - back >= 0; k++) {
                    content[i + k] = content[i + k - back];
                }
                i += Math.max(0, length - 1);
            }
        }
        return content;
    }

    private byte[] deflated(byte[] content, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setStrategy(random.nextInt(3)); // default, filtered, or Huffman codes only
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4_096];
        int done = 0;
        while (!deflater.finished()) {
            if (deflater.needsInput()) {
                int count = Math.min(1 + random.nextInt(Math.max(1, content.length)), content.length - done);
                deflater.setInput(content, done, count);
                done += count;
                if (done == content.length) {
                    deflater.finish();
                }
            }
            int flush = random.nextInt(4) == 0 ? Deflater.FULL_FLUSH : Deflater.NO_FLUSH;
            int count = deflater.deflate(buffer, 0, buffer.length, done < content.length ? flush : Deflater.NO_FLUSH);
            out.write(buffer, 0, count);
        }
        deflater.end();
        return out.toByteArray();
    }

    /** Returns the stream with some damage. */
    public byte[] damaged(byte[] stream) {
        byte[] damaged = stream.clone();
        // Headers of streams and blocks decide the most.
        int area = random.nextBoolean() ? damaged.length : Math.min(damaged.length, 40);
        switch (random.nextInt(6)) {
            case 0 -> {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    damaged[random.nextInt(area)] = (byte) random.nextInt();
                }
            }
            case 1 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            case 2 -> damaged = Arrays.copyOf(damaged, damaged.length + random.nextInt(20));
            case 3 -> damaged = new Writer().nonsense();
            default -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    damaged[random.nextInt(area)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return damaged;
    }

    /** Writes a stream bit by bit, in ways that zlib's own deflater never takes. */
    private final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private int bits;
        private int count;

        private void put(int value, int number) {
            for (int i = 0; i < number; i++) {
                bits |= ((value >> i) & 1) << count;
                count++;
                if (count == 8) {
                    out.write(bits);
                    bits = 0;
                    count = 0;
                }
            }
        }

        /** Huffman codes come with their first bit first. */
        private void code(int code, int length) {
            put(Integer.reverse(code) >>> (32 - length), length);
        }

        /** Stored and fixed blocks, some of them empty, with far distances and the longest lengths. */
        byte[] blocks() {
            out.write(0x78);
            out.write(0x9c);
            for (int blocks = random.nextInt(6); blocks >= 0; blocks--) {
                put(blocks == 0 ? 1 : 0, 1);
                if (random.nextInt(3) == 0) {
                    stored();
                } else {
                    fixed();
                }
            }
            align();
            Adler32 adler = new Adler32();
            adler.update(content.toByteArray());
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write((int) (adler.getValue() >> shift));
            }
            return out.toByteArray();
        }

        private void align() {
            put(0, (8 - count) % 8);
        }

        private void stored() {
            put(0, 2);
            align();
            int size = random.nextInt(4) == 0 ? random.nextInt(65_536) : random.nextInt(30);
            put(size, 16);
            put(~size, 16);
            for (int i = 0; i < size; i++) {
                int value = random.nextInt(256);
                put(value, 8);
                content.write(value);
            }
        }

        private void fixed() {
            put(1, 2);
            for (int symbols = random.nextInt(200); symbols > 0; symbols--) {
                int symbol = random.nextInt(7);
                if (symbol > 0 || content.size() == 0) {
                    literal(random.nextInt(symbol == 1 ? 256 : 4));
                } else {
                    match();
                }
            }
            code(0, 7);
        }

        private void literal(int value) {
            code(value < 144 ? 0x30 + value : 0x190 + value - 144, value < 144 ? 8 : 9);
            content.write(value);
        }

        /** A match of length 3 to 10, 257 or 258, at a distance that may be the largest. */
        private void match() {
            byte[] before = content.toByteArray();
            int farthest = Math.min(before.length, 1 << 15);
            int distance = random.nextBoolean() ? farthest : 1 + random.nextInt(Math.min(farthest, 9));
            int length = 3 + random.nextInt(10);
            if (length <= 10) {
                code(length - 2, 7);
            } else if (length == 11) {
                length = 257;
                code(0xc0 + 4, 8);
                put(30, 5);
            } else {
                length = 258;
                code(0xc0 + 5, 8);
            }
            int symbol = 0;
            int base = 1;
            while (base + (1 << extra(symbol)) <= distance) {
                base += 1 << extra(symbol);
                symbol++;
            }
            code(symbol, 5);
            put(distance - base, extra(symbol));
            for (int i = 0; i < length; i++) {
                content.write(before[before.length - distance + i % distance]);
            }
        }

        private static int extra(int symbol) {
            return Math.max(0, symbol / 2 - 1);
        }

        /** A right header, and behind it a dynamic block with random code lengths, which are seldom a code. */
        byte[] nonsense() {
            out.write(0x78);
            out.write(0x9c);
            put(random.nextInt(2), 1);
            put(random.nextInt(5) == 0 ? random.nextInt(4) : 2, 2);
            put(random.nextInt(32), 5);
            put(random.nextInt(32), 5);
            put(random.nextInt(16), 4);
            int[][] sets = {
                {0, 0, 0, 1, 1}, {1, 2, 3, 4, 5, 6, 7, 7}, {1}, {0}, {2, 2, 2, 2}, {1, 2, 2}, {3, 3, 3, 3, 3, 3, 3, 3}
            };
            int[] set = sets[random.nextInt(sets.length)];
            for (int i = 0; i < 19; i++) {
                put(i < set.length ? set[i] : random.nextInt(30) == 0 ? random.nextInt(8) : 0, 3);
            }
            byte[] rest = new byte[random.nextInt(120)];
            random.nextBytes(rest);
            for (byte each : rest) {
                put(random.nextInt(3) == 0 ? 0 : each, 8);
            }
            align();
            return out.toByteArray();
        }
    }
}
