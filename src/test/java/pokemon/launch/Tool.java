package pokemon.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pokemon.Main;
import pokemon.cli.process.Environment;
import pokemon.faults.FaultServer;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.WorkerKind;

/** A call of the tool to come: two workers and two attempts if not told otherwise, reporting to a file of its own. */
public final class Tool {
    private final WorkerKind kind;
    private Path report;
    private final List<String> options = new ArrayList<>();
    private final List<String> prefix = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();
    private IdRange range = new IdRange(1, 1);
    private int workers = 2;
    private Path directory;
    private Path workingDirectory = Path.of("");
    private String source = "http://source.invalid/";

    /**
     * Makes a call that writes into {@code images} below a directory.
     *
     * @param scratch an existing directory, which takes the report
     */
    public Tool(WorkerKind kind, Path scratch) {
        this.kind = kind;
        this.report = scratch.resolve("report.json");
        this.directory = scratch.resolve("images");
    }

    public Tool ids(int start, int stop) {
        range = new IdRange(start, stop);
        return this;
    }

    public Tool workers(int count) {
        workers = count;
        return this;
    }

    public Tool from(FaultServer server) {
        return from(server.baseUri().toString());
    }

    public Tool from(String url) {
        source = url;
        return this;
    }

    public Tool into(Path images) {
        directory = images;
        return this;
    }

    public Tool reportingTo(Path file) {
        report = file;
        return this;
    }

    public Tool with(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** Names what lies in the directory that is not the tool's. */
    public Tool beside(String... names) {
        strangers.addAll(Arrays.asList(names));
        return this;
    }

    /** Sets a variable for {@link #start}. */
    public Tool environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Makes {@link #start} work in an existing directory. */
    public Tool inside(Path directory) {
        workingDirectory = directory;
        return this;
    }

    /** Puts words in front of the command line of {@link #start}. */
    public Tool behind(String... words) {
        prefix.addAll(Arrays.asList(words));
        return this;
    }

    /** Calls the tool in this JVM and waits for its end. */
    public Run run() throws IOException {
        return check(runUnchecked());
    }

    /** Calls the tool in this JVM without a look at the directory, into which another process may be writing. */
    public Run runUnchecked() throws IOException {
        Invocation ended =
                Invocation.in(Environment.ofThisProcess(), arguments().toArray(String[]::new));
        return result(ended.exitCode(), ended.outLines(), ended.errLines());
    }

    Run result(int exitCode, List<String> out, List<String> err) throws IOException {
        return new Run(exitCode, out, err, Run.reportIn(report), directory);
    }

    Run check(Run run) throws IOException {
        return run.check(range, strangers);
    }

    /** Starts the tool in a JVM of its own. */
    public ToolProcess start() throws IOException {
        // As the launcher does.
        List<String> command =
                ToolProcess.java(Main.class, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");
        command.addAll(arguments());
        return startBehind(command);
    }

    /** Starts another command behind the words that stand in front of this call. */
    public ToolProcess startBehind(List<String> command) throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        return start(words);
    }

    /** Starts another command with this call's environment. */
    public ToolProcess start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.directory(workingDirectory.toAbsolutePath().toFile());
        return new ToolProcess(builder.start(), this);
    }

    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                String.valueOf(range.start()),
                String.valueOf(range.stop()),
                kind.letter(),
                String.valueOf(workers),
                directory.toString(),
                "--source=" + source,
                "--json=" + report,
                "--progress=never"));
        addUnlessGiven(arguments, "--attempts=", "2");
        addUnlessGiven(arguments, "--timeout=", "20s");
        arguments.addAll(options);
        return arguments;
    }

    private void addUnlessGiven(List<String> arguments, String option, String value) {
        if (options.stream().noneMatch(given -> given.startsWith(option))) {
            arguments.add(option + value);
        }
    }
}
