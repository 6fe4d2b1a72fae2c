package pokemon.faults.rows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.launch.Tool;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** What the tests of the rows have in common: a server and an empty directory, both gone after the test. */
public abstract class RowTest {
    protected FaultServer server;

    @TempDir
    protected Path scratch;

    @BeforeEach
    protected final void startServer() throws IOException {
        server = FaultServer.start();
    }

    @AfterEach
    protected final void closeServer() {
        server.close();
    }

    /** Returns a call of the tool for the server's images. */
    protected final Tool tool(WorkerKind kind) {
        return new Tool(kind, scratch).from(server);
    }

    /** Lets the server answer as it should for these ids. */
    protected final void serve(int first, int last) {
        for (int id = first; id <= last; id++) {
            server.forId(id, Misbehaviours.ok(png(id)));
        }
    }

    /** Returns a small image, another one for each id. */
    public static byte[] png(int id) {
        return TestImages.png(new TestImages.Form(9, 7, 8, 6, false, false), id);
    }
}
