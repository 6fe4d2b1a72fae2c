package pokemon.mirror.image;

/** An opaque colour, each part from 0 to 1. */
record Colour(float red, float green, float blue) {
    static final Colour WHITE = new Colour(1, 1, 1);
    static final Colour INK = new Colour(0.11f, 0.09f, 0.15f);

    /** Returns the colour of that hue (its fraction counts), saturation and value. */
    static Colour hsv(double hue, double saturation, double value) {
        return new Colour(
                channel(hue + 0.5, saturation, value),
                channel(hue + 1.0 / 6, saturation, value),
                channel(hue - 1.0 / 6, saturation, value));
    }

    private static float channel(double turn, double saturation, double value) {
        double distance = 6 * Math.abs(turn - Math.floor(turn) - 0.5);
        double share = Math.max(0, Math.min(1, distance - 1));
        return (float) (value * (1 - saturation * share));
    }

    Colour mix(Colour other, double share) {
        float part = (float) share;
        return new Colour(
                red + part * (other.red - red),
                green + part * (other.green - green),
                blue + part * (other.blue - blue));
    }

    Colour darker(double share) {
        return mix(INK, share);
    }

    Colour lighter(double share) {
        return mix(WHITE, share);
    }

    int argb() {
        return 0xFF000000 | Math.round(red * 255) << 16 | Math.round(green * 255) << 8 | Math.round(blue * 255);
    }
}
