package pokemon.mirror.image;

import java.util.Random;

/**
 * Draws one imaginary creature: a body of blobs with ears, limbs and markings that depend on its index.
 *
 * <p>The kinds of ears, tails and markings repeat at different intervals, so that no two creatures share them all. The
 * proportions come from {@link Random}, whose numbers are specified and so the same everywhere.
 */
final class Creature {
    private static final double MIDDLE = Canvas.WIDTH / 2.0;
    private static final double GROUND = 372;
    /** Spreads the hues of a few creatures evenly around the circle. */
    private static final double[] HUES = {0.13, 0.55, 0.97, 0.36, 0.75, 0.06, 0.47, 0.88, 0.24, 0.63, 0.02, 0.82};

    /** Noise for each creature, so that the sizes of the files vary as those of real images do. */
    private static final double[] GRAINS = {0.8, 2.5, 0, 1.3, 0.5, 3.2, 0.6, 4.2, 1.0, 0.7, 2.6, 0.2};

    private final int index;
    private final Random random;
    private final Canvas canvas;
    private final Colour skin;
    private final Colour belly;
    private final Colour accent;
    private final Superellipse body;
    private final Superellipse head;

    private Creature(int index) {
        this.index = index;
        random = new Random(1000L + index);
        canvas = new Canvas(GRAINS[index % GRAINS.length], index);
        double hue = HUES[index % HUES.length];
        skin = Colour.hsv(hue, between(0.5, 0.72), between(0.86, 0.98));
        belly = Colour.hsv(hue + 0.03, 0.2, 1);
        accent = Colour.hsv(hue + (index % 2 == 0 ? 0.42 : 0.12), 0.7, 0.85);
        boolean compact = index % 3 == 1;
        double height = compact ? between(128, 140) : between(68, 78);
        double width = compact ? between(122, 140) : between(80, 100);
        body = Superellipse.at(MIDDLE, GROUND - height, width, height).tapering(between(0.08, 0.22));
        head = compact
                ? Superellipse.at(MIDDLE, body.y() - 30, width * 0.86, height * 0.62)
                : Superellipse.at(MIDDLE, GROUND - 2 * height - 46, between(96, 116), between(80, 92))
                        .squarish(between(0, 0.5));
    }

    /** Draws the creature of that index on a canvas of its own. */
    static Canvas draw(int index) {
        Creature creature = new Creature(index);
        creature.drawScene();
        creature.drawBehind();
        creature.drawBody();
        new CreatureFace(creature.canvas, creature.random, creature.head, creature.accent, index).draw();
        return creature.canvas;
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private boolean compact() {
        return index % 3 == 1;
    }

    private void drawScene() {
        Colour light = accent.lighter(0.55);
        // The light behind the creature is wide or narrow.
        canvas.glow(Superellipse.at(MIDDLE, 205, 232, 198).scaled(0.5 + 0.5 * (index * 5 % 12) / 11), light, 0.9);
        for (int i = 0; i < 14; i++) {
            double x = between(20, Canvas.WIDTH - 20.0);
            double size = between(3, 9);
            canvas.glow(Superellipse.at(x, between(12, 330), size, size), Colour.WHITE.mix(accent, 0.25), 1);
        }
        canvas.glow(Superellipse.at(MIDDLE, GROUND + 6, 185, 24), Colour.INK, 0.55);
    }

    private void drawBehind() {
        drawTail();
        if (index % 4 == 2) {
            Superellipse wing = Superellipse.at(MIDDLE + body.width() + 28, body.y() - 30, 34, 78)
                    .leaning(0.9)
                    .tapering(-0.35);
            pair(wing, accent.lighter(0.15));
            pair(wing.scaled(0.6), accent.lighter(0.45));
        }
        switch (index % 6) {
            case 0 -> longEars();
            case 1 -> leaves();
            case 2 -> roundEars();
            case 3 -> antennae();
            case 4 -> pointedEars();
            default -> horns();
        }
    }

    private void drawTail() {
        int links = 9;
        double side = index % 2 == 0 ? 1 : -1;
        double curl = between(0.12, 0.3);
        double angle = 0.15;
        double x = MIDDLE + side * body.width() * 0.75;
        double y = GROUND - 34;
        for (int i = 0; i < links; i++) {
            double size = index % 3 == 0 ? 25 - 1.9 * i : 13 + 0.4 * i;
            canvas.ball(Superellipse.at(x, y, size, size), i < links - 2 ? skin.darker(0.06) : accent);
            x += side * 15 * StrictMath.cos(angle);
            y -= 15 * StrictMath.sin(angle);
            angle += curl;
        }
    }

    private void longEars() {
        Superellipse ear = Superellipse.at(MIDDLE + head.width() * 0.45, head.y() - head.height() - 16, 23, 62)
                .leaning(between(0.12, 0.45));
        pair(ear, skin);
        pair(ear.scaled(0.62), accent.lighter(0.45));
    }

    private void roundEars() {
        Superellipse ear = Superellipse.at(MIDDLE + head.width() * 0.74, head.y() - head.height() * 0.78, 40, 40);
        pair(ear, skin);
        pair(ear.scaled(0.58), accent.lighter(0.3));
    }

    private void pointedEars() {
        Superellipse ear = Superellipse.at(MIDDLE + head.width() * 0.66, head.y() - head.height() * 0.86, 27, 56)
                .leaning(0.42)
                .tapering(0.75);
        pair(ear, skin);
        pair(ear.scaled(0.58).movedBy(0, 6), belly.darker(0.12));
    }

    private void leaves() {
        Superellipse leaf = Superellipse.at(MIDDLE + 36, head.y() - head.height() - 30, 21, 50)
                .leaning(0.8)
                .tapering(0.35);
        pair(leaf, Colour.hsv(0.3, 0.62, 0.8));
        canvas.ball(
                Superellipse.at(MIDDLE, head.y() - head.height() - 36, 18, 48).tapering(0.4),
                Colour.hsv(0.27, 0.6, 0.88));
    }

    private void antennae() {
        for (int i = 0; i < 8; i++) {
            double lift = head.y() - head.height() * 0.8 - 9.5 * i;
            pair(Superellipse.at(MIDDLE + 30 + i * i * 0.6, lift, 5.5, 7), skin.darker(0.2));
        }
        pair(Superellipse.at(MIDDLE + 72, head.y() - head.height() * 0.8 - 74, 16, 16), accent);
    }

    private void horns() {
        Superellipse horn = Superellipse.at(MIDDLE + head.width() * 0.56, head.y() - head.height() * 0.95, 17, 46)
                .leaning(between(0.2, 0.6))
                .tapering(0.8);
        pair(horn, Colour.hsv(0.12, 0.22, 0.96));
    }

    private void drawBody() {
        pair(Superellipse.at(MIDDLE + body.width() * 0.55, GROUND - 12, 36, 21), skin.darker(0.1));
        canvas.ball(body, skin);
        double lower = compact() ? body.y() + body.height() * 0.42 : body.y() + 12;
        canvas.marking(
                Superellipse.at(MIDDLE, lower, body.width() * 0.62, body.height() * (compact() ? 0.5 : 0.74)),
                body,
                belly);
        if (!compact()) {
            canvas.ball(head, skin);
        }
        drawMarkings(compact() ? body : head);
        Superellipse arm = Superellipse.at(MIDDLE + body.width() * 0.86, body.y() + (compact() ? 40 : -8), 20, 40)
                .leaning(between(-0.9, -0.3))
                .tapering(0.15);
        pair(arm, skin.darker(0.05));
    }

    private void drawMarkings(Superellipse on) {
        Colour dark = accent.darker(0.1);
        switch (index % 5) {
            case 0 -> {
                for (int i = 0; i < 9; i++) {
                    double x = on.x() + between(-0.85, 0.85) * on.width();
                    double y = on.y() - between(0.45, 0.95) * on.height();
                    double size = between(7, 15);
                    canvas.marking(Superellipse.at(x, y, size, size * 0.85), on, dark);
                }
            }
            case 1, 3 -> {
                for (int i = -1; i <= 1; i++) {
                    Superellipse stripe =
                            Superellipse.at(on.x() + 27 * i, on.y() - on.height() + 6, 8, 36 - 9 * Math.abs(i));
                    canvas.marking(stripe.leaning(0.12 * i), on, dark);
                }
            }
            case 2 ->
                canvas.marking(
                        Superellipse.at(on.x(), on.y() - on.height(), on.width() * 0.8, on.height() * 0.5), on, dark);
            default -> {
                Superellipse patch = Superellipse.at(on.x() + on.width() * 0.36, on.y() - 4, 44, 50);
                canvas.marking(patch, on, belly.mix(accent, 0.35));
            }
        }
    }

    private void pair(Superellipse right, Colour colour) {
        canvas.ball(right.mirroredAt(MIDDLE), colour);
        canvas.ball(right, colour);
    }
}
