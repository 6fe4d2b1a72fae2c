package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.cli.process.ExitCode;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.faults.RequestSeen;
import pokemon.launch.Invocation;
import pokemon.png.TestImages;

/** Request headers of the user's. */
final class RequestHeadersTest {
    private static final byte[] IMAGE = TestImages.png(new TestImages.Form(9, 7, 8, 6, false, false), 1);
    private static final String SECRET = "Bearer c2VjcmV0";

    @AutoClose
    private FaultServer server;

    @TempDir
    private Path temporary;

    @BeforeEach
    void serve() throws IOException {
        server = FaultServer.start();
        server.always(Misbehaviours.ok(IMAGE));
    }

    private Invocation run(String kind, String... headers) {
        List<Object> words = new ArrayList<>(List.of(temporary.resolve("images"), "--source", server.template()));
        words.addAll(List.of("--json", temporary.resolve("report.json")));
        Arrays.stream(headers).forEach(header -> words.addAll(List.of("--header", header)));
        return Invocation.line("1 1 " + kind + " 1", words.toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void areSentByThreadsAndByProcessesAndStandInNoReport(String kind) throws IOException {
        run(kind, "Authorization: " + SECRET, "X-List:a", "X-List: b").assertExit(ExitCode.OK);
        RequestSeen request = server.requestsSeen().get(0);
        assertEquals(SECRET, request.header("Authorization"));
        assertEquals(List.of("a", "b"), request.headers().allValues("X-List"));
        assertEquals(
                "image/png, image/webp;q=0.5, image/jpeg;q=0.5, image/gif;q=0.5, image/tiff;q=0.5",
                request.header("Accept"));
        assertFalse(Files.readString(temporary.resolve("report.json")).contains(SECRET));
    }

    @Test
    void replaceOursOfTheSameName() {
        run("T", "accept: image/webp", "user-agent: me").assertExit(ExitCode.OK);
        RequestSeen request = server.requestsSeen().get(0);
        assertEquals(List.of("image/webp"), request.headers().allValues("Accept"));
        assertEquals(List.of("me"), request.headers().allValues("User-Agent"));
    }

    @Test
    void goAlongWithARedirectWithinTheSite() {
        server.forPath("/001.png", Misbehaviours.redirectTo("/moved/001.png"));
        run("T", "Authorization: " + SECRET).assertExit(ExitCode.OK);
        RequestSeen second = server.requestsSeen().get(1);
        assertEquals("/moved/001.png", second.path());
        assertEquals(SECRET, second.header("Authorization"));
    }

    @Test
    void doNotGoAlongWithARedirectToAnotherSiteButComeBack() throws IOException {
        try (FaultServer other = FaultServer.start()) {
            server.forPath("/001.png", Misbehaviours.redirectTo(other.baseUri() + "there/001.png"));
            other.always(Misbehaviours.redirectTo(server.baseUri() + "back/001.png"));
            run("T", "Authorization: " + SECRET, "Accept: image/webp").assertExit(ExitCode.OK);
            RequestSeen there = other.requestsSeen().get(0);
            assertEquals("", there.header("Authorization"));
            assertEquals(
                    "image/png, image/webp;q=0.5, image/jpeg;q=0.5, image/gif;q=0.5, image/tiff;q=0.5",
                    there.header("Accept"));
            assertEquals(SECRET, server.requestsSeen().get(1).header("Authorization"));
        }
    }

    @Test
    void doNotGoAlongToAnotherNameOfTheSameAddress() {
        server.forPath("/001.png", Misbehaviours.redirectTo("http://localhost:" + server.port() + "/moved/001.png"));
        run("T", "Authorization: " + SECRET).assertExit(ExitCode.OK);
        assertEquals("", server.requestsSeen().get(1).header("Authorization"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            secret               | --header: a header looks like 'Name: value', and its name has no blanks
            : secret             | --header: a header looks like 'Name: value', and its name has no blanks
            My Name: secret      | --header: a header looks like 'Name: value', and its name has no blanks
            X-Empty:             | --header: 'X-Empty' needs a value, and only printable ASCII can be sent in it
            X-Umlaut: s\u00e9cret | --header: 'X-Umlaut' needs a value, and only printable ASCII can be sent in it
            Host: secret         | --header: 'Host' is set by the HTTP client
            content-length: 0    | --header: 'content-length' is set by the HTTP client
            Connection: close    | --header: 'Connection' is set by the HTTP client
            Expect: 100-continue | --header: 'Expect' is set by the HTTP client
            Upgrade: h2c         | --header: 'Upgrade' is set by the HTTP client
            Transfer-Encoding: x | --header: 'Transfer-Encoding' is set by the HTTP client
            """)
    void areRefusedWithoutShowingTheirValues(String header, String message) {
        run("T", "X-Good: 1", header).assertRefused(message);
        assertEquals(0, server.connections());
        assertFalse(Files.exists(temporary.resolve("report.json")));
    }

    @Test
    void areRefusedWithALineBreakInThem() {
        for (String lineBreak : List.of("\n", "\r\n", "\r")) {
            run("T", "X-One: 1" + lineBreak + "X-Two: 2")
                    .assertRefused("--header: a line break ends a header; give each its own --header");
        }
        assertEquals(0, server.connections());
    }
}
