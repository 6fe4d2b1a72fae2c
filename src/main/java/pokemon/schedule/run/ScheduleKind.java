package pokemon.schedule.run;

/** How ids are dealt out to workers. */
public enum ScheduleKind {
    /** A free worker takes the next id. */
    DYNAMIC,
    /** Fixed shares: of n workers, worker i takes start + i, start + i + n, and so on. */
    STATIC
}
