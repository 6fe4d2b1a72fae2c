package pokemon.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pokemon.faults.rows.Row;

final class StandardOutputTest {
    private final StringWriter err = new StringWriter();

    private StandardOutput failing(String reason) {
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        };
        StandardOutput output = new StandardOutput(stream, new PrintWriter(err));
        PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        out.println("a result");
        out.println("another");
        assertTrue(out.checkError());
        return output;
    }

    @Row(41)
    @Test
    void aFullDiskIsToldInOneLineAndMakesTheCallFail() {
        assertEquals(ExitCode.INCOMPLETE, failing("No space left on device").exitCode(ExitCode.OK));
        assertEquals(
                "pokemon: cannot write to standard output: No space left on device" + System.lineSeparator(),
                err.toString());
    }

    @Row(41)
    @Test
    void anExitCodeThatTellsMoreStays() {
        assertEquals(ExitCode.CANNOT_START, failing("Input/output error").exitCode(ExitCode.CANNOT_START));
    }

    @Row(38)
    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        assertEquals(ExitCode.OK, failing("Broken pipe").exitCode(ExitCode.OK));
        assertEquals("", err.toString());
    }
}
