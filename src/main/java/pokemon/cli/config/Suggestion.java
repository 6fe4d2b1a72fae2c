package pokemon.cli.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the likely meaning of a misspelt word. */
public final class Suggestion {
    private Suggestion() {}

    /** Returns the nearest of some words, unless it differs too much. */
    public static Optional<String> nearest(String word, Collection<String> words) {
        return nearest(word, words, word.length());
    }

    /** Returns the nearest of some words. With more than half of {@code length} letters changed, it is another word. */
    static Optional<String> nearest(String word, Collection<String> words, int length) {
        return words.stream()
                .min(Comparator.comparingInt(other -> distance(word, other)))
                .filter(other -> distance(word, other) <= Math.max(1, length / 2));
    }

    /** Returns how many letters to insert, delete or replace to turn one word into another (Levenshtein, 1965). */
    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
