package pokemon.mirror.image;

import java.util.Random;

/** Draws eyes, cheeks, nose and mouth. */
final class CreatureFace {
    private final Canvas canvas;
    private final Superellipse head;
    private final Colour accent;
    private final int index;
    private final double apart;
    private final double eyeLine;
    private final double eyeSize;

    CreatureFace(Canvas canvas, Random random, Superellipse head, Colour accent, int index) {
        this.canvas = canvas;
        this.head = head;
        this.accent = accent;
        this.index = index;
        apart = head.width() * (0.36 + 0.1 * random.nextDouble());
        eyeLine = head.y() + 4 + 8 * random.nextDouble();
        eyeSize = 20 + 6 * random.nextDouble();
    }

    void draw() {
        eye(head.x() - apart);
        eye(head.x() + apart);
        cheek(head.x() - apart * 1.55);
        cheek(head.x() + apart * 1.55);
        double mouth = eyeLine + eyeSize + 12;
        if (index % 2 == 0) {
            canvas.disc(Superellipse.at(head.x(), mouth - 13, 7, 4.5), Colour.INK);
        }
        switch (index % 4) {
            case 1 -> openMouth(mouth);
            case 3 -> beak(mouth - 6);
            default -> smile(mouth);
        }
    }

    private void eye(double x) {
        if (index == 5 || index == 8) {
            happyEye(x);
            return;
        }
        canvas.disc(Superellipse.at(x, eyeLine, eyeSize + 2.5, eyeSize * 1.22 + 2.5), Colour.INK);
        canvas.disc(Superellipse.at(x, eyeLine, eyeSize, eyeSize * 1.22), Colour.WHITE);
        // Both eyes look a little towards the middle, at the viewer.
        double inward = x < head.x() ? 3 : -3;
        Superellipse iris = Superellipse.at(x + inward, eyeLine + 3, eyeSize * 0.74, eyeSize * 0.9);
        canvas.disc(iris, accent.darker(0.35));
        canvas.disc(iris.scaled(0.68), Colour.INK);
        canvas.disc(Superellipse.at(x + inward - eyeSize * 0.28, eyeLine - eyeSize * 0.36, 6.5, 7.5), Colour.WHITE);
        canvas.disc(Superellipse.at(x + inward + eyeSize * 0.26, eyeLine + eyeSize * 0.5, 3, 3), Colour.WHITE);
    }

    private void happyEye(double x) {
        for (double t = -1; t <= 1; t += 0.1) {
            canvas.disc(Superellipse.at(x + t * eyeSize, eyeLine - 8 + 13 * t * t, 4, 4), Colour.INK);
        }
    }

    private void cheek(double x) {
        canvas.glow(Superellipse.at(x, eyeLine + eyeSize + 4, 21, 15), new Colour(1, 0.38f, 0.42f), 0.75);
    }

    private void smile(double y) {
        for (double t = -1; t <= 1; t += 0.08) {
            canvas.disc(Superellipse.at(head.x() + 17 * t, y + 9 - 9 * t * t, 2.4, 2.4), Colour.INK);
        }
    }

    private void openMouth(double y) {
        canvas.disc(Superellipse.at(head.x(), y + 6, 16, 12).tapering(-0.35), Colour.INK);
        canvas.disc(Superellipse.at(head.x(), y + 11, 9, 6), new Colour(0.95f, 0.45f, 0.5f));
        canvas.disc(Superellipse.at(head.x() - 7, y - 1, 3, 4), Colour.WHITE);
        canvas.disc(Superellipse.at(head.x() + 7, y - 1, 3, 4), Colour.WHITE);
    }

    private void beak(double y) {
        canvas.ball(Superellipse.at(head.x(), y + 5, 15, 15).tapering(-0.5), Colour.hsv(0.11, 0.75, 0.98));
    }
}
