package pokemon.faults.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import pokemon.Main;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** A test of rows, with a server and an empty directory of its own. */
public abstract class RowTest {
    /** The words that start the program in a JVM of its own. */
    protected static final List<String> PROGRAM = List.copyOf(ToolProcess.java(Main.class));

    @AutoClose
    protected FaultServer server;

    @TempDir
    protected Path scratch;

    @BeforeEach
    protected final void startServer() throws IOException {
        server = FaultServer.start();
    }

    /** Returns a call of the tool for the server's images. */
    protected final Tool tool(WorkerKind kind) {
        return new Tool(kind, scratch).from(server);
    }

    /** Runs the tool in a JVM of its own to its end. */
    protected static Run launch(Tool tool) throws IOException, InterruptedException {
        try (ToolProcess process = tool.start()) {
            return process.finish();
        }
    }

    /** Runs a shell script in which {@code "$@"} stands for a call, with a report that goes to another place. */
    protected final Run shell(Tool tool, String script, String report) throws IOException, InterruptedException {
        try (ToolProcess process = startShell(tool, script, report)) {
            return process.finish();
        }
    }

    /** Starts a shell script as {@link #shell} does. */
    protected final ToolProcess startShell(Tool tool, String script, String report) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        command.addAll(PROGRAM);
        tool.arguments().forEach(word -> command.add(word.startsWith("--json=") ? "--json=" + report : word));
        return tool.inside(scratch).start(command);
    }

    /** Lets the server answer as it should for these ids. */
    protected final void serve(int first, int last) {
        for (int id = first; id <= last; id++) {
            server.forId(id, Misbehaviours.ok(png(id)));
        }
    }

    /** Returns a square of transparent pixels, which compresses to little. */
    protected static byte[] blank(int side) {
        byte[] scanlines = new byte[side * (side * 4 + 1)];
        return TestImages.file(
                TestImages.header(side, side, 8, 6, 0, 0, 0),
                TestImages.chunk("IDAT", TestImages.deflate(scanlines, 9)),
                TestImages.chunk("IEND"));
    }

    /** Returns a small image, another one for each id. */
    public static byte[] png(int id) {
        return TestImages.png(new TestImages.Form(9, 7, 8, 6, false, false), id);
    }
}
