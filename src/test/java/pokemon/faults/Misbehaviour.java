package pokemon.faults;

import java.util.List;

/**
 * What a server does in answer to one request.
 *
 * @param name how the misbehaviour shows in messages
 * @param steps what is done, in order; exactly the last step is an ending
 */
public record Misbehaviour(String name, List<Step> steps) {

    /** Checks that the connection's fate is said once, at the end. */
    public Misbehaviour {
        steps = List.copyOf(steps);
        long endings = steps.stream().filter(Step::isEnding).count();
        if (endings != 1 || !steps.get(steps.size() - 1).isEnding()) {
            throw new IllegalArgumentException(name + " must end once, with its last step: " + steps);
        }
    }

    /** Makes a misbehaviour of the given steps. */
    public static Misbehaviour of(String name, Step... steps) {
        return new Misbehaviour(name, List.of(steps));
    }

    boolean keepsAlive() {
        return steps.get(steps.size() - 1) instanceof Step.KeepAlive;
    }

    @Override
    public String toString() {
        return name;
    }
}
