package pokemon.experiment.table;

/**
 * A number of something, such as a worker: files for programs count from 0, people from 1.
 *
 * @param fromZero the number for programs
 */
public record Ordinal(int fromZero) {
    String shown() {
        return Integer.toString(fromZero + 1);
    }

    @Override
    public String toString() {
        return Integer.toString(fromZero);
    }
}
