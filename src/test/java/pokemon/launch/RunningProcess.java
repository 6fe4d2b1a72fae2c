package pokemon.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a process still runs, in the sense of people: a dead one that nobody has reaped yet does not. */
public final class RunningProcess {
    private RunningProcess() {}

    /** Returns whether a process runs. */
    public static boolean is(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    // Orphans are reaped by process 1, which may take seconds, and ProcessHandle counts them as alive until then.
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // Gone by now, or no Linux: ProcessHandle has the last word.
            return false;
        }
    }
}
