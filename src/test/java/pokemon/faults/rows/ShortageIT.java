package pokemon.faults.rows;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pokemon.faults.Misbehaviours;
import pokemon.faults.Row;
import pokemon.schedule.WorkerKind;

/** A machine that gives this process too little. */
final class ShortageIT extends RowTest {
    @Row(58)
    @ParameterizedTest
    @EnumSource(value = WorkerKind.class, names = "THREADS")
    void tooFewFileDescriptorsAreNotBlamedOnTheServerOrTheDisk(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.ok(png(1)));
        // A child has a limit of its own and one image at a time, so only threads run short together.
        Tool tool = tool(kind).ids(1, 200).workers(64).behind("sh", "-c", "ulimit -n 60 && exec \"$@\"", "sh");
        try (ToolProcess process = tool.start()) {
            Run run = process.finish();
            assertTrue(
                    Stream.concat(run.err().stream(), run.out().stream())
                            .noneMatch(line -> line.contains("Make room") || line.contains("broke off")),
                    run.err()::toString);
        }
    }
}
