package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.schedule.run.WorkerKind;

/** A server whose text is meant to control terminals, hide messages or fill memory. */
@Timeout(180)
final class HostileTextIT extends RowTest {
    /** Title of a window, colour, C1 control, right-to-left override, both as UTF-8 and as bare bytes. */
    private static final String HOSTILE =
            utf8("\u001b]0;x\u0007\u001b[31m\u009b1m\u202egnp\u2066\u2028") + "\u009b31m\u007f\b";

    private static final String LONG = "x".repeat(300_000);

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static final List<String> ANSWERS = List.of(
            "HTTP/1.1 404 " + HOSTILE + "\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: ftp://h/" + HOSTILE + "\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: //" + HOSTILE + "/\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: ftp://h/" + LONG + "\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: http://" + LONG + "/\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: http://a_" + LONG + "/\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nSet-Cookie: a=" + HOSTILE + "\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX-" + HOSTILE + ": a\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX-Long: \u001b" + LONG + "\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Type: " + HOSTILE + "\r\n\r\n" + HOSTILE,
            "HTTP/1.1 200 OK\r\nContent-Encoding: " + HOSTILE + "\r\n\r\n" + LONG,
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: " + HOSTILE + "\r\n\r\n" + HOSTILE,
            "HTTP/1.1 200 OK\r\nContent-Length: " + HOSTILE + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + HOSTILE + "\r\n",
            "HTTP/1.1 200 OK\r\n\r\n\u0089PNG\r\n\u001a\n\0\0\0\u0001\u001b[3m" + LONG,
            "HTTP/1.1 503 Busy\r\nRetry-After: " + HOSTILE + "\r\nContent-Length: 0\r\n\r\n",
            HOSTILE + "\r\n\r\n",
            "HTTP/1.1 " + LONG + "\r\n\r\n");

    private static void assertClean(String text) {
        text.codePoints().forEach(each -> {
            int type = Character.getType(each);
            boolean unsafe = type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR;
            assertTrue(each == '\n' || !unsafe, () -> "U+" + Integer.toHexString(each) + " in " + text);
        });
        text.lines().forEach(line -> assertTrue(line.length() < 1_000, () -> line.length() + ": " + line));
    }

    @Row(67)
    @ThreadsAndProcesses
    void textOfAServerControlsNoTerminalLogOrReport(WorkerKind kind) throws IOException {
        for (int i = 0; i < ANSWERS.size(); i++) {
            server.forId(i + 1, Misbehaviours.raw(ANSWERS.get(i)));
        }
        int last = ANSWERS.size() + 1;
        serve(last, last);
        Run run = tool(kind).ids(1, last).with("-v", "--attempts=1").run().assertExit(1);
        run.assertSaved(last);
        assertEquals(last - 1, run.total("failed"));
        assertClean(String.join("\n", run.err()));
        assertClean(String.join("\n", run.out()));
        assertClean(Files.readString(scratch.resolve("report.json")));
        run.assertNoStackTrace();
    }

    /** 300 answers of 300 kB each, in a heap of 64 MB. */
    @Row(67)
    @ThreadsAndProcesses
    void longTextFillsNoMemory(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.redirectTo("ftp://h/" + LONG));
        Path images = Files.createDirectory(scratch.resolve("images"));
        Tool tool = tool(kind).ids(1, 300).into(images).environment("JDK_JAVA_OPTIONS", "-Xmx64m");
        Run run = launch(tool).assertExit(1);
        assertEquals(300, run.total("failed"));
        assertTrue(Files.size(scratch.resolve("report.json")) < 400_000);
    }
}
