package pokemon.schedule.run;

/** What a worker runs in. */
public enum WorkerKind {
    /** A platform thread of this JVM. */
    THREADS("T", "thread"),
    /** A child JVM of its own. */
    PROCESSES("P", "process");

    private final String letter;
    private final String noun;

    WorkerKind(String letter, String noun) {
        this.letter = letter;
        this.noun = noun;
    }

    /** Returns the letter that stands for it on the command line and in reports. */
    public String letter() {
        return letter;
    }

    /** Returns a number of workers in words, such as "1 process" or "8 threads". */
    public String count(int workers) {
        return workers + " " + (workers == 1 ? noun : noun + (noun.endsWith("s") ? "es" : "s"));
    }
}
