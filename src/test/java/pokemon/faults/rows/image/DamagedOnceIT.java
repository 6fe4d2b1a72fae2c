package pokemon.faults.rows.image;

import java.io.IOException;
import java.util.Arrays;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.schedule.run.WorkerKind;

/** Complete answers that are damaged once, as by a cache with a bad copy. */
final class DamagedOnceIT extends RowTest {
    @Row(53)
    @ThreadsAndProcesses
    void aDamagedImageIsFetchedOnceMore(WorkerKind kind) throws IOException {
        byte[] whole = png(1);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 4;
        server.forId(1, Misbehaviours.emptyBody(), Misbehaviours.ok(whole));
        server.forId(2, Misbehaviours.ok(half), Misbehaviours.ok(whole));
        server.forId(3, Misbehaviours.chunked(half), Misbehaviours.ok(whole));
        server.forId(4, Misbehaviours.ok(flipped), Misbehaviours.ok(whole));
        server.forId(5, Misbehaviours.closeDelimited(half), Misbehaviours.ok(whole));
        tool(kind).ids(1, 5).run().assertExit(0).assertSaved(1, 2, 3, 4, 5);
    }

    @Row(53)
    @ThreadsAndProcesses
    void whatIsRefusedForItsContentIsNotFetchedAgain(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.htmlPage(), Misbehaviours.ok(png(1)));
        server.forId(2, Misbehaviours.plainText(), Misbehaviours.ok(png(2)));
        server.forId(3, Misbehaviours.ok(png(3)));
        Run run = tool(kind).ids(1, 3).with("--max-pixels=62").run().assertExit(1);
        run.assertFailed(1, 1, "an HTML page came").assertFailed(2, 1, "plain text came");
        run.assertFailed(3, 1, "above the limit of 62");
    }
}
