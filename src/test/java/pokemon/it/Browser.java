package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** A real browser that shows a page. Tests are skipped where there is none. */
final class Browser {
    private final Path temporary;

    /** Makes a browser with a directory for its files. */
    Browser(Path temporary) {
        this.temporary = temporary;
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Run visit(String address, String... options) throws IOException, InterruptedException {
        Optional<Path> browser = program();
        assumeTrue(browser.isPresent(), "skipped: Chromium is not installed");
        List<String> command = new ArrayList<>(List.of(browser.get().toString()));
        command.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"));
        command.addAll(List.of("--disable-background-networking", "--disable-component-update", "--disable-sync"));
        command.add("--user-data-dir=" + Files.createTempDirectory(temporary, "browser"));
        command.addAll(List.of(options));
        command.addAll(List.of("--virtual-time-budget=5000", "--dump-dom", address));
        return ToolProcess.run(temporary, Map.of(), command);
    }

    /** Returns what the script of a page noted in the attribute {@code data-notes} of its body. */
    String notes(String address, String... options) throws IOException, InterruptedException {
        Matcher notes = Pattern.compile("data-notes=\"([^\"]*)\"").matcher(shown(address, options));
        assertTrue(notes.find(), "the script did not end");
        return notes.group(1);
    }

    /** Returns a page of this machine after its script ran, in a browser started with some options. */
    String shown(String address, String... options) throws IOException, InterruptedException {
        Run trial = visit("data:text/html,<p>it%20runs</p>");
        assumeTrue(
                trial.exitCode() == 0 && String.join("", trial.out()).contains("it runs"),
                "skipped: Chromium is installed, but cannot run here");
        Run visit = visit(address, options).assertExit(0);
        return String.join("\n", visit.out());
    }
}
