package pokemon.faults.rows.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;

/**
 * A small file system that one call of the tool sees, and that goes away with it.
 *
 * @param seed what the file system holds at first
 * @param mounted where it is
 * @param copy what it held at last
 */
public record PrivateMount(Path seed, Path mounted, Path copy) {
    /** Makes the directories; skips the test where no file system can be mounted. */
    public static PrivateMount in(Path scratch) throws IOException, InterruptedException {
        String trial = "unshare -m mount -t tmpfs -o size=64k none /mnt";
        ToolProcess.assumeRuns("root and unshare, to mount a small tmpfs", trial.split(" ", -1));
        return new PrivateMount(
                Files.createDirectory(scratch.resolve("seed")),
                Files.createDirectory(scratch.resolve("mounted")),
                Files.createDirectory(scratch.resolve("copy")));
    }

    /** Mounts it for a call with mount options, such as {@code size=1m}. */
    public Tool mountFor(Tool tool, String options) {
        String script = "mount -t tmpfs -o " + options + " none \"$1\" && cp -r \"$2/.\" \"$1\" || exit 99\n"
                + "copy=$3; over=$1; shift 3; \"$@\"; code=$?; cp -r \"$over/.\" \"$copy\" || exit 98; exit $code";
        return tool.behind(
                "unshare", "-m", "sh", "-c", script, "sh", mounted.toString(), seed.toString(), copy.toString());
    }
}
