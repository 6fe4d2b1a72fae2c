package pokemon.timeline;

import static pokemon.directory.UntrustedText.inHtml;
import static pokemon.timeline.Timeline.text;

import java.util.List;
import java.util.Set;
import pokemon.directory.Resource;
import pokemon.timeline.Timeline.Bar;
import pokemon.timeline.Timeline.Lane;

/**
 * A timeline as one self-contained page without script. Horizontal positions are percentages, so that the drawing takes
 * any width without distorting its text.
 */
public final class TimelinePage {
    private static final int AXIS = 24;

    /** The least width in pixels; a smaller box scrolls. */
    private static final int NARROW = 700;

    private static final int MAX_WIDTH = 9000;

    /** Pixels that a bar needs for its label. */
    private static final int LABELLED = 24;

    /** Pixels between the labels of an axis. */
    private static final int TICK = 100;

    private final Timeline timeline;
    private final int stretched;
    private final int height;
    private final StringBuilder text = new StringBuilder();

    private TimelinePage(Timeline timeline) {
        this.timeline = timeline;
        double[] lengths = timeline.lanes().stream()
                .flatMap(lane -> lane.bars().stream())
                .filter(bar -> !bar.label().isEmpty())
                .mapToDouble(bar -> bar.end() - bar.begin())
                .sorted()
                .toArray();
        double median = lengths.length == 0 ? timeline.seconds() : lengths[lengths.length / 2];
        // Half of the bars can show their labels.
        this.stretched = (int) Math.max(NARROW, Math.min(MAX_WIDTH, LABELLED * timeline.seconds() / median));
        this.height = 2 * AXIS + timeline.lanes().size() * Row.HEIGHT;
    }

    public static String html(Timeline timeline, List<String> facts) {
        return new TimelinePage(timeline).page(facts);
    }

    private String page(List<String> facts) {
        add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        add("<title>" + inHtml(timeline.title()) + "</title>\n<style>\n" + colours()
                + Resource.text(TimelinePage.class, "timeline.css") + "</style>\n</head>\n");
        add("<body>\n<h1>" + inHtml(timeline.title()) + "</h1>\n");
        facts.forEach(fact -> add("<p>" + inHtml(fact) + "</p>\n"));
        legend();
        add("<input type=\"checkbox\" id=\"stretch\"><label for=\"stretch\"> stretch</label>\n");
        add("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline\">\n");
        names();
        lanes();
        add("</div>\n<p class=\"axis\">time since the start of the run [s]</p>\n");
        return add("</body>\n</html>\n").text.toString();
    }

    private TimelinePage add(String html) {
        text.append(html);
        return this;
    }

    private static String colours() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        for (Activity activity : Activity.values()) {
            light.append(text("--%s: #%06x; ", activity.style(), activity.light()));
            dark.append(text("--%s: #%06x; ", activity.style(), activity.dark()));
            rules.append(text(".%s { --own: var(--%1$s); }\n", activity.style()));
        }
        return ":root { " + light + "}\n@media screen and (prefers-color-scheme: dark) { :root { " + dark + "} }\n"
                + rules;
    }

    private void legend() {
        Set<Activity> all = Timeline.activities(List.of(timeline));
        add("<ul class=\"legend\">\n");
        all.forEach(activity -> add("<li class=\"" + activity.style() + "\">" + inHtml(activity.label()) + "</li>\n"));
        add("</ul>\n");
    }

    private void names() {
        add(text("<svg class=\"names\" width=\"48\" height=\"%d\" role=\"img\" aria-label=\"Workers\">\n", height));
        for (int i = 0; i < timeline.lanes().size(); i++) {
            Lane lane = timeline.lanes().get(i);
            add(text(
                    "<text x=\"40\" y=\"%d\"><title>%s</title>%s</text>\n",
                    top(i) + Row.TEXT + 4, inHtml(lane.about()), inHtml(lane.name())));
        }
        add("</svg>\n");
    }

    private static int top(int lane) {
        return AXIS + lane * Row.HEIGHT;
    }

    private void lanes() {
        add(text("<svg class=\"lanes\" style=\"--stretched: %dpx\" height=\"%d\">\n", stretched, height));
        axis();
        for (int i = 0; i < timeline.lanes().size(); i++) {
            Lane lane = timeline.lanes().get(i);
            add(text("<svg y=\"%d\" height=\"%d\">\n", top(i), Row.BAR));
            add(text(
                    "<rect class=\"idle\" width=\"100%%\" height=\"%d\"><title>%s</title></rect>\n",
                    Row.BAR, inHtml(lane.about())));
            lane.bars().forEach(this::bar);
            add("</svg>\n");
        }
        add("</svg>\n");
    }

    private void axis() {
        double step = Timeline.step(timeline.seconds() * TICK / stretched);
        int ticks = (int) Math.floor(timeline.seconds() / step + 1e-9);
        int every = every(step);
        for (int i = 0; i <= ticks; i++) {
            String x = percent(i * step);
            String style = i % every == 0 ? "tick" : "tick more";
            String anchor = i == 0 ? " style=\"text-anchor: start\"" : "";
            add(text(
                    "<line class=\"%s\" x1=\"%s\" x2=\"%2$s\" y1=\"%d\" y2=\"%d\"/>\n",
                    style, x, AXIS - 6, height - AXIS + 4));
            for (int y : new int[] {AXIS - 9, height - 6}) {
                add(text(
                        "<text class=\"%s\" x=\"%s\" y=\"%d\"%s>%s</text>\n",
                        style, x, y, anchor, Timeline.tick(i * step, step)));
            }
        }
    }

    /** Returns how many steps make one in a narrow drawing: a round number of them. */
    private int every(double step) {
        double coarse = Timeline.step(timeline.seconds() * TICK / NARROW);
        while (Math.abs(coarse / step - Math.rint(coarse / step)) > 1e-6) {
            coarse = Timeline.step(coarse * 1.5);
        }
        return (int) Math.rint(coarse / step);
    }

    private void bar(Bar bar) {
        add("<g><title>" + inHtml(bar.about()) + "</title>");
        for (Row.Box box : Row.boxes(bar)) {
            add(text(
                    "<rect class=\"%s\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>",
                    box.activity().style(),
                    percent(box.begin()),
                    box.top(),
                    percent(box.end() - box.begin()),
                    box.height()));
        }
        double share = (bar.end() - bar.begin()) / timeline.seconds();
        if (!bar.label().isEmpty() && share * stretched >= LABELLED) {
            add(text(
                    "<text%s x=\"%s\" y=\"%d\">%s</text>",
                    share * NARROW >= LABELLED ? "" : " class=\"more\"",
                    percent((bar.begin() + bar.end()) / 2),
                    Row.TEXT,
                    inHtml(bar.label())));
        }
        add("</g>\n");
    }

    private String percent(double seconds) {
        return text("%.3f%%", seconds / timeline.seconds() * 100);
    }
}
