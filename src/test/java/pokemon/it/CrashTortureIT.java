package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;
import pokemon.png.PngFile;
import pokemon.png.chunk.Checks;
import pokemon.schedule.run.WorkerKind;

/**
 * Kills runs at random moments. {@code -Dpokemon.torture.rounds=N} sets the number of kills, and
 * {@code -Dpokemon.torture.seed=N} repeats them.
 */
final class CrashTortureIT {
    private static final int IDS = 60;
    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(2);

    @TempDir
    private Path temporary;

    private int killedParents;
    private int killedChildren;
    private int tooLate;

    @Test
    void noMomentIsBadForAKill() throws Exception {
        int rounds = Integer.getInteger("pokemon.torture.rounds", 20);
        long seed = Long.getLong("pokemon.torture.seed", 1);
        Random random = new Random(seed);
        try (MirrorServer mirror = MirrorServer.start(MirrorOptions.defaults())) {
            for (int round = 0; round < rounds; round++) {
                Path directory = temporary.resolve("round" + round);
                torture(mirror, directory, random);
                finish(mirror, directory);
            }
        }
        System.Logger log = System.getLogger(CrashTortureIT.class.getName());
        log.log(
                System.Logger.Level.INFO,
                "crash torture: seed " + seed + ", " + rounds + " rounds, " + killedParents + " parents and "
                        + killedChildren + " children killed, " + tooLate + " runs had ended before");
        assertTrue(rounds < 20 || killedParents + killedChildren > rounds / 2, "most kills came in time");
    }

    private void torture(MirrorServer mirror, Path directory, Random random) throws Exception {
        WorkerKind kind = random.nextInt(4) == 0 ? WorkerKind.THREADS : WorkerKind.PROCESSES;
        Tool tool = new Tool(kind, temporary)
                .ids(1, IDS)
                .workers(3)
                .with("--attempts=4")
                .into(directory);
        try (ToolProcess run = tool.from(mirror.baseUri().toString()).start()) {
            awaitImages(run, directory, random.nextInt(IDS));
            List<ProcessHandle> children = run.descendants();
            boolean killChild = !children.isEmpty() && random.nextBoolean();
            ProcessHandle victim = killChild
                    ? children.get(random.nextInt(children.size()))
                    : ProcessHandle.of(run.pid()).orElse(null);
            if (victim != null && victim.destroyForcibly()) {
                killedChildren += killChild ? 1 : 0;
                killedParents += killChild ? 0 : 1;
            } else {
                tooLate++;
            }
            Run ended = run.finishUnchecked();
            if (killChild) {
                ended.assertExit(0);
            }
            ToolProcess.assertGone(children, ORPHAN_LIMIT);
        }
        assertOnlyCompleteImages(directory);
    }

    /** Waits for a number of images, which suits any machine better than a time. */
    private static void awaitImages(ToolProcess run, Path directory, int images) {
        while (run.isAlive() && count(directory) < images) {
            Thread.onSpinWait();
        }
    }

    private static int count(Path directory) {
        String[] names = directory.toFile().list((parent, name) -> name.endsWith(".png"));
        return names == null ? 0 : names.length;
    }

    private static void assertOnlyCompleteImages(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        for (String name : Listing.names(directory)) {
            if (name.endsWith(".png")) {
                PngFile.read(directory.resolve(name), 1_000_000, Checks.STRICT);
            } else {
                assertTrue(name.startsWith(".pokemon-") && name.endsWith(".tmp"), name);
            }
        }
    }

    private static void finish(MirrorServer mirror, Path directory) {
        Invocation.ok("1 " + IDS + " T 4", directory, "--source", mirror.baseUri(), "--resume");
        Invocation.ok("stats", directory, "--range", "1-" + IDS);
    }
}
