package pokemon.gallery;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Links from a page to files, percent-encoded (RFC 3986). */
final class RelativeLink {
    private RelativeLink() {}

    /**
     * Returns the link from pages in a directory to a file.
     *
     * @param from an absolute path without links
     * @param to an absolute path without links
     * @return a relative link, or an absolute one where the two have no root in common
     */
    static String from(Path from, Path to) {
        String[] encoded = to.toUri().getRawPath().split("/", -1);
        List<String> names =
                Arrays.stream(encoded).filter(name -> !name.isEmpty()).toList();
        if (!from.getRoot().equals(to.getRoot())) {
            return to.toUri().toString();
        }
        int common = common(from, to);
        String up = "../".repeat(from.getNameCount() - common);
        String down =
                names.stream().skip(names.size() - (to.getNameCount() - common)).collect(Collectors.joining("/"));
        // Without the dot a first name such as "a:b" would be read as a scheme.
        return (up.isEmpty() ? "./" : up) + down;
    }

    private static int common(Path a, Path b) {
        int names = Math.min(a.getNameCount(), b.getNameCount());
        for (int i = 0; i < names; i++) {
            if (!a.getName(i).equals(b.getName(i))) {
                return i;
            }
        }
        return names;
    }
}
