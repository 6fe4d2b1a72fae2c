package pokemon.download.output;

/** Names of temporary files for tests that plant them. */
public final class TemporaryNames {
    private TemporaryNames() {}

    /** Returns the name of a file that a process of this machine writes or wrote. */
    public static String of(long pid, long startTicks) {
        return new TemporaryFileName(TemporaryFileName.OWN_ORIGIN, pid, startTicks).withNumber(7);
    }

    /** Returns the name of a file that a process of this machine writes. */
    public static String of(ProcessHandle process) {
        return TemporaryFileName.of(process).withNumber(7);
    }

    /** Prints the name of a file of this process. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        System.out.println(of(ProcessHandle.current()));
    }
}
