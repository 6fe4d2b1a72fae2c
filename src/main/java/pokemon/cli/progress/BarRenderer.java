package pokemon.cli.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** Draws the line of a bar: as much as the terminal has room for, the least important part left out first. */
record BarRenderer(IntSupplier columns, boolean unicode) implements ProgressBarRenderer {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final int MIN_BAR = 5;
    private static final int MAX_BAR = 60;

    @Override
    public String render(ProgressState state, int maxLength) {
        int width = Math.max(1, columns.getAsInt() - 1);
        Duration elapsed = state.getElapsedAfterStart();
        double share = state.getMax() == 0 ? 1 : (double) state.getCurrent() / state.getMax();
        double perSecond = state.getCurrent() / Math.max(1e-3, elapsed.toNanos() / 1e9);
        String percent = String.format(Locale.ROOT, "%3.0f %%", Math.floor(share * 100));
        String count = state.getCurrent() + "/" + state.getMax();
        String failed = state.getExtraMessage().strip();
        String speed = String.format(Locale.ROOT, "%.1f/s", perSecond);
        String left = state.getCurrent() == 0
                ? ""
                : clock(Duration.ofMillis((long) (1e3 * (state.getMax() - state.getCurrent()) / perSecond))) + " left";
        String line = joined(percent, count, failed, speed, clock(elapsed), left);
        if (line.length() > width - MIN_BAR) {
            line = joined(percent, count, failed, speed, clock(elapsed));
        }
        if (line.length() > width) {
            line = joined(percent, count, failed, speed);
        }
        if (line.length() > width) {
            line = joined(percent, count, failed);
        }
        int room = Math.min(MAX_BAR, width - line.length() - 3);
        if (room >= MIN_BAR) {
            line = percent + " |" + bar(share, room) + "|" + line.substring(percent.length());
        }
        return line.substring(0, Math.min(line.length(), width));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private String bar(double share, int room) {
        int eighths = (int) (share * room * 8);
        int whole = eighths / 8;
        StringBuilder bar = new StringBuilder((unicode ? "█" : "=").repeat(whole));
        if (whole < room) {
            bar.append(unicode ? String.valueOf(EIGHTHS.charAt(eighths % 8)) : whole == 0 ? " " : ">");
        }
        return bar + " ".repeat(room - bar.length());
    }
}
