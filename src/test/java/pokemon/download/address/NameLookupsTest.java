package pokemon.download.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.download.connect.ConnectionSettings;
import pokemon.download.connect.HttpClients;
import pokemon.faults.rows.Row;
import pokemon.launch.ToolProcess;

final class NameLookupsTest {
    @TempDir
    private Path temporary;

    /** Looks a name up before and after it is known, as a JVM with a client of its own: a parent or a child. */
    static final class LookUpTwice {
        private LookUpTwice() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            HttpClients.get(ConnectionSettings.DIRECT, Optional.empty());
            Path hosts = Path.of(System.getProperty("jdk.net.hosts.file"));
            Files.writeString(hosts, "");
            String first = lookUp();
            Files.writeString(hosts, "127.0.0.7 images.test\n");
            System.out.println(first + " " + lookUp());
        }

        private static String lookUp() {
            try {
                return InetAddress.getAllByName("images.test")[0].getHostAddress();
            } catch (UnknownHostException e) {
                return "unknown";
            }
        }
    }

    private String lookUpTwice(String... options) throws Exception {
        List<String> more = new ArrayList<>(List.of(options));
        more.add("-Djdk.net.hosts.file=" + temporary.resolve("hosts"));
        List<String> command = ToolProcess.java(LookUpTwice.class, more.toArray(String[]::new));
        return String.join(
                "\n",
                ToolProcess.run(temporary, Map.of(), command).assertExit(0).out());
    }

    @Row(50)
    @Test
    void aFailedLookupIsNotRemembered() throws Exception {
        assertEquals("unknown 127.0.0.7", lookUpTwice());
    }

    @Row(50)
    @Test
    void unlessTheUserSaysForHowLong() throws Exception {
        assertEquals("unknown unknown", lookUpTwice("-Dsun.net.inetaddr.negative.ttl=60"));
        assertEquals("unknown unknown", lookUpTwice("-Dnetworkaddress.cache.negative.ttl=60"));
        Path file = Files.writeString(temporary.resolve("security"), "networkaddress.cache.negative.ttl=60\n");
        assertEquals("unknown unknown", lookUpTwice("-Djava.security.properties=" + file));
    }
}
