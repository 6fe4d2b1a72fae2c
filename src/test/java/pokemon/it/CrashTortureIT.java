package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.Main;
import pokemon.launch.Invocation;
import pokemon.launch.ToolProcess;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;
import pokemon.png.PngFile;
import pokemon.png.chunk.Checks;

/**
 * Kills runs at random moments. {@code -Dpokemon.torture.rounds=N} sets the number of kills, and
 * {@code -Dpokemon.torture.seed=N} repeats them.
 */
final class CrashTortureIT {
    private static final int IDS = 60;
    private static final long ORPHAN_LIMIT_SECONDS = 2;

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
        String kind = random.nextInt(4) == 0 ? "T" : "P";
        Process run = start(mirror, directory, kind);
        awaitImages(run, directory, random.nextInt(IDS));
        List<ProcessHandle> children = run.descendants().toList();
        boolean killChild = !children.isEmpty() && random.nextBoolean();
        ProcessHandle victim = killChild ? children.get(random.nextInt(children.size())) : run.toHandle();
        if (victim.destroyForcibly()) {
            killedChildren += killChild ? 1 : 0;
            killedParents += killChild ? 0 : 1;
        } else {
            tooLate++;
        }
        assertTrue(run.waitFor(60, TimeUnit.SECONDS), "the run ends");
        if (killChild) {
            assertEquals(0, run.exitValue(), "a run survives the death of a child");
        }
        assertGone(children);
        assertOnlyCompleteImages(directory);
    }

    private Process start(MirrorServer mirror, Path directory, String kind) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of("1", String.valueOf(IDS), kind, "3", directory.toString()));
        command.addAll(List.of("--source", mirror.baseUri().toString(), "--progress", "never"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("run.log").toFile())
                .start();
    }

    /** Waits for a number of images, which suits any machine better than a time. */
    private static void awaitImages(Process run, Path directory, int images) throws IOException {
        while (run.isAlive() && count(directory) < images) {
            Thread.onSpinWait();
        }
    }

    private static int count(Path directory) throws IOException {
        String[] names = directory.toFile().list((parent, name) -> name.endsWith(".png"));
        return names == null ? 0 : names.length;
    }

    private static void assertGone(List<ProcessHandle> children) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(ORPHAN_LIMIT_SECONDS);
        while (System.nanoTime() < limit && children.stream().anyMatch(ToolProcess::isRunning)) {
            Thread.onSpinWait();
        }
        List<Long> alive = children.stream()
                .filter(ToolProcess::isRunning)
                .map(ProcessHandle::pid)
                .toList();
        assertEquals(List.of(), alive, "children that outlived their parent");
    }

    private static void assertOnlyCompleteImages(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".png")) {
                    PngFile.read(file, 1_000_000, Checks.STRICT);
                } else {
                    assertTrue(name.startsWith(".pokemon-") && name.endsWith(".tmp"), name);
                }
            }
        }
    }

    private static void finish(MirrorServer mirror, Path directory) {
        Invocation.ok("1 " + IDS + " T 4", directory, "--source", mirror.baseUri(), "--resume");
        Invocation.ok("stats", directory, "--range", "1-" + IDS);
    }
}
