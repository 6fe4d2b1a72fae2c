package pokemon.gallery;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reduces an image to the colours of a palette, which makes its PNG three times smaller.
 *
 * <p>All pixels start as one group. In each step, the group whose pixels differ most from their mean is split at that
 * mean, in the channel where they differ most. In the end each group is a colour. The channels are premultiplied by
 * alpha, so that the colour of a transparent pixel counts less.
 */
final class ColorQuantizer {
    private static final int MOST_COLOURS = 128;
    private static final int CHANNELS = 4;

    private final int[] pixels;
    private final int[] order;

    private ColorQuantizer(int[] pixels) {
        this.pixels = pixels;
        this.order = IntStream.range(0, pixels.length).toArray();
    }

    /** Returns an image of type {@link BufferedImage#TYPE_INT_ARGB_PRE} with a palette of at most 128 colours. */
    static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = (int[]) image.getRaster().getDataElements(0, 0, width, height, null);
        ColorQuantizer colours = new ColorQuantizer(pixels);
        List<Group> groups = colours.groups();
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette(groups));
        byte[] indexes = new byte[pixels.length];
        for (int index = 0; index < groups.size(); index++) {
            for (int i = groups.get(index).from; i < groups.get(index).to; i++) {
                indexes[colours.order[i]] = (byte) index;
            }
        }
        result.getRaster().setDataElements(0, 0, width, height, indexes);
        return result;
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>(List.of(new Group(0, order.length)));
        while (groups.size() < MOST_COLOURS) {
            Group worst = groups.stream()
                    .max(Comparator.comparingDouble(group -> group.error))
                    .orElseThrow();
            if (worst.error == 0) {
                break;
            }
            int middle = partition(worst);
            groups.set(groups.indexOf(worst), new Group(worst.from, middle));
            groups.add(new Group(middle, worst.to));
        }
        return groups;
    }

    /** Puts the pixels up to the mean first and returns where the others begin; neither part is empty. */
    private int partition(Group group) {
        double mean = group.means[group.widest];
        int middle = group.from;
        for (int i = group.from; i < group.to; i++) {
            if (value(pixels[order[i]], group.widest) <= mean) {
                int swapped = order[i];
                order[i] = order[middle];
                order[middle++] = swapped;
            }
        }
        return middle;
    }

    private static int value(int pixel, int channel) {
        return (pixel >>> (8 * channel)) & 0xff;
    }

    private static IndexColorModel palette(List<Group> groups) {
        int[] colours = new int[groups.size()];
        for (int i = 0; i < colours.length; i++) {
            double[] means = groups.get(i).means;
            int alpha = (int) Math.round(means[3]);
            int colour = alpha << 24;
            for (int channel = 0; channel < 3 && alpha > 0; channel++) {
                colour |= Math.min(0xff, (int) Math.round(means[channel] * 0xff / means[3])) << (8 * channel);
            }
            colours[i] = colour;
        }
        return new IndexColorModel(Byte.SIZE, colours.length, colours, 0, true, -1, DataBuffer.TYPE_BYTE);
    }

    /** Pixels of similar colour: a range of {@code order}. */
    private final class Group {
        private final int from;
        private final int to;
        private final double[] means = new double[CHANNELS];
        private final int widest;
        private final double error;

        Group(int from, int to) {
            this.from = from;
            this.to = to;
            double[] errors = new double[CHANNELS];
            int most = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                errors[channel] = measure(channel);
                most = errors[channel] > errors[most] ? channel : most;
            }
            this.widest = most;
            // Two pixels that differ by one have an error of 0.5; less than half of that is rounding.
            this.error = errors[most] < 0.25 ? 0 : errors[most];
        }

        /** Sets the mean of a channel and returns the sum of the squared differences from it. */
        private double measure(int channel) {
            double sum = 0;
            double squares = 0;
            for (int i = from; i < to; i++) {
                double value = value(pixels[order[i]], channel);
                sum += value;
                squares += value * value;
            }
            means[channel] = sum / (to - from);
            return squares - sum * means[channel];
        }
    }
}
