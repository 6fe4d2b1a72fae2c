package pokemon.faults.rows.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;

/** Runs the tool with a small file system of its own that nobody else sees and that goes away with it. */
public final class PrivateMount {
    private PrivateMount() {}

    /** Skips the test where no such file system can be made. */
    public static void assumePossible() throws IOException, InterruptedException {
        Process probe = new ProcessBuilder("sh", "-c", "unshare -m mount -t tmpfs -o size=64k none /mnt")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!probe.waitFor(ToolProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS) || probe.exitValue() != 0) {
            Assumptions.abort("skipped: needs root and unshare to mount a small tmpfs");
        }
    }

    /**
     * Lets a call run with a tmpfs mounted over a directory, and copies what is there afterwards.
     *
     * @param options mount options, such as {@code size=1m}
     * @param seed a directory whose files are put there first
     * @param copy takes everything that is there afterwards
     */
    public static Tool mount(Tool tool, Path over, String options, Path seed, Path copy) throws IOException {
        Files.createDirectories(over);
        Files.createDirectories(seed);
        Files.createDirectories(copy);
        String script = "mount -t tmpfs -o " + options + " none \"$1\" && cp -r \"$2/.\" \"$1\" || exit 99\n"
                + "copy=$3; over=$1; shift 3; \"$@\"; code=$?; cp -r \"$over/.\" \"$copy\" || exit 98; exit $code";
        return tool.behind(
                "unshare", "-m", "sh", "-c", script, "sh", over.toString(), seed.toString(), copy.toString());
    }
}
