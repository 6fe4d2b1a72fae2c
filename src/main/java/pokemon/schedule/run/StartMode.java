package pokemon.schedule.run;

/** When the child JVMs of a run start. */
public enum StartMode {
    /** A few at a time, and further ones while the processors have time and there is work for them. */
    WAVES,
    /** All before the first id. */
    ALL
}
