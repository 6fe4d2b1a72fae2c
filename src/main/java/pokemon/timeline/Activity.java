package pokemon.timeline;

import java.util.Locale;

/**
 * An activity of a worker, with its colours on light and on dark ground. The hues are those of Okabe and Ito, which
 * people with any kind of colour vision tell apart; the phases of an image are shades of one hue.
 */
public enum Activity {
    IDLE("idle", 0xE9E9E9, 0x2A313A),
    START("start of the process", 0xCC79A7, 0xCC79A7),
    TURN("waiting for a turn", 0xE69F00, 0xE69F00),
    WORK("image", 0x0072B2, 0x0072B2),
    ATTEMPT("attempt that failed", 0x5A5A5A, 0x8C8C8C),
    RETRY("image after failed attempts", 0x00795A, 0x00795A),
    FAILED("image that failed", 0xC04F00, 0xC04F00),
    REQUEST("request", 0xC6DBEF, 0xE0ECF8),
    BODY("body", 0x9ECAE1, 0xB0D0EC),
    CHECK("check", 0x6BAED6, 0x7FB2DE),
    REENCODE("re-encode", 0x3182BD, 0x4F93CC),
    WRITE("write", 0x08519C, 0x2F74B5);

    private final String label;
    private final int light;
    private final int dark;

    Activity(String label, int light, int dark) {
        this.label = label;
        this.light = light;
        this.dark = dark;
    }

    String label() {
        return label;
    }

    /** Returns its colour on light ground, as 0xRRGGBB. */
    int light() {
        return light;
    }

    /** Returns its colour on dark ground, as 0xRRGGBB. */
    int dark() {
        return dark;
    }

    /** Returns its name in a style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
