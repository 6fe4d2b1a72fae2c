package pokemon.experiment.race;

/** Hands out the ids 1 to some last one to workers that draw at the same time. */
@FunctionalInterface
interface IdSource {
    /** What {@link #draw} returns when there are no more ids. */
    int NONE = 0;

    /**
     * Draws the next id.
     *
     * @param worker who draws, from 0
     * @return the id, or {@link #NONE}
     */
    int draw(int worker);
}
