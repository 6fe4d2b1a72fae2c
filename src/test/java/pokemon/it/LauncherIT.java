package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.rows.Row;
import pokemon.launch.Listing;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** The packaged program, as a user starts it. */
final class LauncherIT {
    private static final Path LAUNCHER = Path.of(System.getProperty("pokemon.launcher"));
    private static final String DOWNLOAD = "--source=embedded 1 2";

    @TempDir
    private Path temporary;

    private Run launch(Map<String, String> environment, String words, Object... more) throws Exception {
        return ToolProcess.packaged(temporary, environment, words, more);
    }

    @Test
    void startsParentAndChildFromTheArchiveOfLoadedClasses() throws Exception {
        String logging = "-Xlog:class+load:file=" + temporary + "/%p.log";
        launch(Map.of("JAVA_TOOL_OPTIONS", logging, "POKEMON_ATTEMPTS", "3"), DOWNLOAD, "P", "1", "images")
                .assertExit(0);
        assertEquals(Set.of(true), archived("pokemon.Main"), "the parent's main class");
        assertEquals(Set.of(), archived("pokemon.cli.experiment.TrialOptions"), "no other command is described");
        // The cache of Java 25 and newer holds no classes of a format as old as picocli's.
        if (Runtime.version().feature() < 25) {
            assertEquals(
                    Set.of(true), archived("picocli.CommandLine"), "a lambda of a picocli type excludes that type");
            assertEquals(Set.of(true), archived("picocli.CommandLine$ITypeConverter"), "and all that implement it");
        }
        // The cache of Java 25 and newer is made by a parent, so the main class of a child is not in it.
        assertEquals(Set.of(true), archived("pokemon.download.ImageDownloader"), "what a child needs");
    }

    /** Returns whether the JVMs that logged a class took it from an archive. */
    private Set<Boolean> archived(String type) throws IOException {
        Set<Boolean> found = new HashSet<>();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(temporary, "*.log")) {
            for (Path log : logs) {
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains(" " + type + " source: "))
                        .forEach(line -> found.add(line.contains("source: shared objects file")));
            }
        }
        return found;
    }

    @Row(54)
    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_OPTS"})
    void leavesTheChoiceOfAGarbageCollectorToTheUser(String variable) throws Exception {
        Path file = Files.writeString(temporary.resolve("options"), "-XX:+UseParallelGC");
        List<String> choices = List.of(
                "-XX:+UseG1GC",
                "-XX:+UnlockExperimentalVMOptions -XX:+UseEpsilonGC -Xlog:disable",
                "-XX:VMOptionsFile=" + file,
                "-XX:-UseSerialGC",
                "-XX:+UseSerialGC");
        for (String choice : choices) {
            for (String kind : List.of("T", "P")) {
                Run run = launch(Map.of(variable, choice), DOWNLOAD, kind, "1", "images");
                assertEquals(0, run.exitCode(), () -> choice + " " + kind + ": " + run.out() + run.err());
                assertEquals(2, run.out().size(), run.out()::toString);
            }
        }
    }

    @Row(54)
    @Test
    void leavesTheChoiceOfAGarbageCollectorForChildrenToTheUser() throws Exception {
        Path file = Files.writeString(temporary.resolve("options"), "-XX:+UseParallelGC");
        for (String choice : List.of("-XX:+UseG1GC", "-XX:-UseSerialGC", "@" + file, "-XX:VMOptionsFile=" + file)) {
            Run run = launch(Map.of(), DOWNLOAD, "P", "1", "images", "--jvm-arg=" + choice);
            assertEquals(0, run.exitCode(), () -> choice + ": " + run.err());
        }
    }

    @Row(30)
    @Test
    void aJavaThatGetsNoMemoryLeavesNoErrorFile() throws Exception {
        Run run = launch(Map.of("JAVA_OPTS", "-Xms900g"), DOWNLOAD, "T", "1", "images");
        assertTrue(run.out().toString().contains("insufficient memory"), run.out()::toString);
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Row(73)
    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_OPTS"})
    void keepsStandardOutputForResultsWhateverJavaWrites(String variable) throws Exception {
        List<String> talkative = List.of(
                "-Xmx40m",
                "-Xmx60m -Xmn60m",
                "-Xmx60m -XX:NewSize=90m",
                "-Xlog",
                "-Xlog:gc*:stdout -verbose:class",
                "-verbose:gc",
                "-XX:+UseLargePages",
                "-Dfile.encoding=UTF-16",
                "-XX:+PrintCompilation");
        for (String options : talkative) {
            String kind = options.startsWith("-Xmx") || options.startsWith("-D") ? "P" : "T";
            Run run = launch(Map.of(variable, options), DOWNLOAD, kind, "1", "images", "--json=-");
            assertEquals(0, run.exitCode(), () -> options + ": " + run.err());
            JsonNode report = new ObjectMapper().readTree(String.join("\n", run.out()));
            assertEquals(2, report.at("/totals/saved").asInt(), options);
        }
        Run none = launch(Map.of(variable, "-Xmx1m"), DOWNLOAD, "T", "1", "none");
        assertEquals(List.of(), none.out(), "even when Java does not start");
    }

    @Row(74)
    @ParameterizedTest
    @ValueSource(strings = {"C.UTF-8", "C"})
    void refusesADirectoryWhoseNameIsNoTextInTheLocale(String locale) throws Exception {
        Path here = Files.createDirectory(temporary.resolve("here"));
        String script =
                "cd " + here + " && " + LAUNCHER.toAbsolutePath() + " 1 1 T 1 \"$(printf 'x\\377')\" --source embedded";
        Run run = ToolProcess.run(temporary, Map.of("LC_ALL", locale), List.of("sh", "-c", script))
                .assertExit(2);
        assertTrue(run.err().get(0).contains("its bytes are no text in this locale"), run.err()::toString);
        assertEquals(List.of(), Listing.names(here));
    }

    @Test
    void saysSoWhenThereIsNoJava() throws Exception {
        Run run = launch(Map.of("JAVA_HOME", "/nowhere"), "--version").assertExit(3);
        assertTrue(run.err().get(0).contains("/nowhere/bin/java"), run.err()::toString);
    }

    @Test
    void saysSoWhenJavaIsTooOld() throws Exception {
        for (String version : List.of("11.0.25", "1.8.0_432")) {
            Path java = java(temporary.resolve(version), "echo started");
            Files.writeString(
                    java.resolve("release"), "IMPLEMENTOR=\"N. N.\"\nJAVA_VERSION=\"" + version + "\"\nSOURCE=\"\"\n");
            Run run = launch(Map.of("JAVA_HOME", java.toString()), "--version").assertExit(3);
            assertEquals(List.of(), run.out());
            assertEquals(
                    List.of("pokemon: '" + java + "/bin/java' is Java " + version
                            + ". Install Java 17 or newer, or set JAVA_HOME to one."),
                    run.err());
        }
    }

    @Test
    void startsAJavaThatDoesNotSayWhichItIs() throws Exception {
        Path java = java(temporary.resolve("java"), "echo started; exit 9");
        Run run = launch(Map.of("JAVA_HOME", java.toString()), "--version");
        assertEquals(List.of("started"), run.out());
        run.assertExit(9);
    }

    @Test
    void prefersTheJavaThatCameWithIt() throws Exception {
        Path home = temporary.resolve("home");
        copy(LAUNCHER.getParent().getParent(), home);
        java(home.resolve("runtime"), "echo its own");
        Run run = ToolProcess.run(temporary, Map.of(), List.of(home + "/bin/pokemon", "--version"));
        assertEquals(List.of("its own"), run.out());
    }

    /** Makes a script in the place of a Java. */
    private static Path java(Path home, String does) throws IOException {
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    @Test
    void takesSettingsFromAFileAndTheEnvironmentAndStillStartsChildren() throws Exception {
        Path home = temporary.resolve("home");
        Path images = temporary.resolve("images");
        Path file = home.resolve(".config/pokemon/config.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "source = embedded\nstop-id = 3\ntp = T\nnbr-tp = 2\nout-dir = nowhere\n");
        Run run = ToolProcess.run(
                        temporary,
                        Map.of(),
                        List.of(
                                "env",
                                "-i",
                                "HOME=" + home,
                                "PATH=" + System.getenv("PATH"),
                                "JAVA_HOME=" + System.getProperty("java.home"),
                                "POKEMON_TP=P",
                                "POKEMON_OUT_DIR=" + images,
                                LAUNCHER.toString(),
                                "2"))
                .assertExit(0);
        assertTrue(run.out().get(0).startsWith("2 saved, "), run.out()::toString);
        assertTrue(run.out().get(0).endsWith(" by 2 processes"), run.out()::toString);
        assertTrue(Files.exists(images.resolve("003.png")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
