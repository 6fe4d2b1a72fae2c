package pokemon.faults.rows.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.schedule.run.WorkerKind;

/** A machine short of file descriptors or threads. */
final class ShortageIT extends RowTest {
    @Row(58)
    @Test
    void tooFewFileDescriptorsAreNotBlamedOnTheServerOrTheDisk() throws Exception {
        server.always(Misbehaviours.ok(png(1)));
        // A child has a limit of its own and one image at a time, so only threads run short.
        Tool tool = tool(WorkerKind.THREADS)
                .ids(1, 200)
                .workers(64)
                .behind("sh", "-c", "ulimit -n 60 && exec \"$@\"", "sh");
        // The packaged program has its classes in one file, which is open already.
        List<String> command = new ArrayList<>(List.of(System.getProperty("pokemon.launcher")));
        command.addAll(tool.arguments());
        Run run;
        try (ToolProcess process = tool.startBehind(command)) {
            run = process.finish().assertExit(0);
        }
        assertEquals(200, run.total("saved"));
        assertTrue(
                Stream.concat(run.err().stream(), run.out().stream())
                        .noneMatch(line -> line.contains("out_dir") || line.contains("broke off")),
                run.err()::toString);
    }

    @Row(58)
    @Test
    void aLimitOfThreadsThatIsEnoughCostsNoImage() throws Exception {
        // The mirror needs a thread for each client, too.
        Tool tool = withFewThreads(
                tool(WorkerKind.THREADS).from("embedded").ids(1, 100).workers(34));
        launch(tool).assertExit(0).assertNoStackTrace();
    }

    @Row(58)
    @Test
    void aLimitOfThreadsThatIsNotEnoughCostsThreadsOnly() throws Exception {
        server.always(Misbehaviours.ok(png(1)));
        Tool tool = withFewThreads(tool(WorkerKind.THREADS).ids(1, 100).workers(100));
        Run run = launch(tool).assertExit(0).assertNoStackTrace();
        assertTrue(run.assertSays("cannot start 100 threads").contains("; the run goes on with "));
    }

    @Row(58)
    @ThreadsAndProcesses
    void aLimitOfThreadsThatIsNotEnoughForAllSharesIsToldInOneLine(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.ok(png(1)));
        Tool tool = withFewThreads(tool(kind).ids(1, 100).workers(100).with("--schedule=static"));
        Run run = launch(tool).assertExit(3).assertNoStackTrace();
        run.assertSays("cannot start 100 threads");
    }

    /** Lets a tool run as a user with a limit of 64 threads; root has no such limit. */
    private static Tool withFewThreads(Tool tool) throws Exception {
        // This user reads and writes all files, like root.
        String user = "prlimit --nproc=64 setpriv --reuid=54321 --clear-groups"
                + " --inh-caps=-all,+dac_override --ambient-caps=-all,+dac_override";
        ToolProcess.assumeRuns("root, prlimit and setpriv", (user + " true").split(" ", -1));
        return tool.behind(user.split(" ", -1));
    }
}
