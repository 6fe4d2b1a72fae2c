package pokemon.faults.rows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** What the tests of the rows have in common: a server and an empty directory, both gone after the test. */
abstract class RowTest {
    FaultServer server;

    @TempDir
    Path scratch;

    @BeforeEach
    final void startServer() throws IOException {
        server = FaultServer.start();
    }

    @AfterEach
    final void closeServer() {
        server.close();
    }

    /** Returns a call of the tool for the server's images. */
    final Tool tool(WorkerKind kind) {
        return new Tool(kind, scratch).from(server);
    }

    /** Lets the server answer as it should for these ids. */
    final void serve(int first, int last) {
        for (int id = first; id <= last; id++) {
            server.forId(id, Misbehaviours.ok(png(id)));
        }
    }

    /** Returns a small image, another one for each id. */
    static byte[] png(int id) {
        return TestImages.png(new TestImages.Form(9, 7, 8, 6, false, false), id);
    }
}
