package pokemon.experiment.race;

/** Hands out the ids from 1 to a last one to concurrent workers. */
@FunctionalInterface
interface IdSource {
    /** What {@link #draw} returns when there are no more ids. */
    int NONE = 0;

    /**
     * Draws the next id.
     *
     * @param worker from 0
     * @return the id, or {@link #NONE}
     */
    int draw(int worker);
}
