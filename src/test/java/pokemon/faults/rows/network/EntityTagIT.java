package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.schedule.run.WorkerKind;

/** Servers that send an ETag and no Last-Modified. */
final class EntityTagIT extends RowTest {
    @BeforeEach
    void needExtendedAttributes() throws IOException {
        Path probe = Files.createFile(scratch.resolve("probe"));
        UserDefinedFileAttributeView view = Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
        boolean kept;
        try {
            view.write("probe", ByteBuffer.allocate(1));
            kept = true;
        } catch (IOException e) {
            kept = false;
        }
        assumeTrue(kept, "this file system keeps no extended attributes");
    }

    private Run update(WorkerKind kind) throws IOException {
        return tool(kind).with("--update").run().assertExit(0);
    }

    private String tagSent(int request) {
        return server.requestsSeen().get(request).header("If-None-Match");
    }

    @Row(70)
    @ThreadsAndProcesses
    void anImageWithATagIsNotSentAgain(WorkerKind kind) throws IOException {
        server.forId(
                1,
                Misbehaviours.okWith(png(1), "ETag: W/\"a,b;c\""),
                Misbehaviours.status(304),
                Misbehaviours.okWith(png(2), "ETag: \"new\""),
                Misbehaviours.status(304));
        assertEquals(1, tool(kind).run().assertExit(0).total("saved"));
        assertEquals(1, update(kind).total("skipped"));
        assertEquals(1, update(kind).total("saved"));
        assertEquals(1, update(kind).total("skipped"));
        assertEquals("", tagSent(0));
        assertEquals("W/\"a,b;c\"", tagSent(1));
        assertEquals("W/\"a,b;c\"", tagSent(2));
        assertEquals("\"new\"", tagSent(3));
    }

    @Row(70)
    @ThreadsAndProcesses
    void aFileThatIsAnotherByNowHasNoTag(WorkerKind kind) throws IOException {
        server.always(Misbehaviours.okWith(png(1), "ETag: \"a\""));
        tool(kind).run().assertExit(0);
        Path image = scratch.resolve("images/001.png");
        Files.write(image, png(77));
        update(kind);
        assertEquals("", tagSent(1), "written in place");
        Files.write(scratch.resolve("other"), png(78));
        Files.move(scratch.resolve("other"), image, StandardCopyOption.REPLACE_EXISTING);
        update(kind);
        assertEquals("", tagSent(2), "replaced");
        update(kind);
        assertEquals("\"a\"", tagSent(3));
    }

    @Row(70)
    @ThreadsAndProcesses
    void aTagIsForTheAddressThatItCameFrom(WorkerKind kind) throws IOException {
        server.always(Misbehaviours.okWith(png(1), "ETag: \"a\""));
        tool(kind).run().assertExit(0);
        try (FaultServer other = FaultServer.start()) {
            other.always(Misbehaviours.okWith(png(1), "ETag: \"a\""));
            tool(kind).from(other).with("--update").run().assertExit(0);
            assertEquals("", other.requestsSeen().get(0).header("If-None-Match"));
        }
    }

    @Row(70)
    @ParameterizedTest
    @ValueSource(strings = {"unquoted", "\"a b\"", "\"\u001b\"", "\"", "x\"a\""})
    void whatIsNoTagIsNotKept(String tag) throws IOException {
        server.forId(1, Misbehaviours.okWith(png(1), "X: 1", "ETag: " + tag.replace("\u001b", "\u00e9")));
        tool(WorkerKind.THREADS).run().assertExit(0);
        update(WorkerKind.THREADS);
        assertEquals("", tagSent(1));
    }
}
