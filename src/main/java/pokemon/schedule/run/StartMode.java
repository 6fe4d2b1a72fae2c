package pokemon.schedule.run;

/** When the child JVMs of a run start. */
public enum StartMode {
    /** A few at a time, and further ones while processors are idle and there is work for them. */
    WAVES,
    /** All before the first id. */
    ALL
}
