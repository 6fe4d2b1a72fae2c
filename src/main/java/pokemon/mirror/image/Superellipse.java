package pokemon.mirror.image;

/**
 * The shape that creatures consist of: an ellipse, which may lean, taper and be a little square.
 *
 * @param x the centre in pixels
 * @param y the centre in pixels
 * @param width half the width in pixels
 * @param height half the height in pixels
 * @param cosine the cosine of the clockwise lean
 * @param sine the sine of the clockwise lean
 * @param taper how much narrower the top is and how much wider the bottom, -0.9 to 0.9
 * @param square 0 for an ellipse to 1 for a box with round corners
 */
record Superellipse(float x, float y, float width, float height, float cosine, float sine, float taper, float square) {
    static Superellipse at(double x, double y, double width, double height) {
        return new Superellipse((float) x, (float) y, (float) width, (float) height, 1, 0, 0, 0);
    }

    /** Returns this shape leaning to the right by that angle. */
    Superellipse leaning(double radians) {
        // Strict, since the pixels have to be the same on every machine.
        float newCosine = (float) StrictMath.cos(radians);
        float newSine = (float) StrictMath.sin(radians);
        return new Superellipse(x, y, width, height, newCosine, newSine, taper, square);
    }

    Superellipse tapering(double share) {
        return new Superellipse(x, y, width, height, cosine, sine, (float) share, square);
    }

    Superellipse squarish(double share) {
        return new Superellipse(x, y, width, height, cosine, sine, taper, (float) share);
    }

    /** Returns this shape as seen in a mirror that stands upright at that x. */
    Superellipse mirroredAt(double axis) {
        return new Superellipse((float) (2 * axis - x), y, width, height, cosine, -sine, taper, square);
    }

    /** Returns the same shape, smaller or larger around the same centre. */
    Superellipse scaled(double factor) {
        float f = (float) factor;
        return new Superellipse(x, y, width * f, height * f, cosine, sine, taper, square);
    }

    Superellipse movedBy(double right, double down) {
        return new Superellipse((float) (x + right), (float) (y + down), width, height, cosine, sine, taper, square);
    }

    /** Returns how far across the shape a pixel is, in half widths of its row. */
    float across(float px, float py) {
        float narrowing = 1 + taper * Math.max(-1, Math.min(1, along(px, py)));
        return ((px - x) * cosine + (py - y) * sine) / (width * narrowing);
    }

    /** Returns how far along the shape a pixel is, in half heights, negative towards the top. */
    float along(float px, float py) {
        return ((py - y) * cosine - (px - x) * sine) / height;
    }

    /** Returns how far out a pixel with those coordinates lies: 0 at the centre, 1 on the edge. */
    float reach(float across, float along) {
        float u = across * across;
        float v = along * along;
        float round = (float) Math.sqrt(u + v);
        return square == 0 ? round : round + square * ((float) Math.sqrt(Math.sqrt(u * u + v * v)) - round);
    }

    /** Returns the radius in pixels of a circle that holds the shape. */
    float extent() {
        return Math.max(width * (1 + Math.abs(taper)), height) * (1 + 0.3f * square) + 2;
    }
}
