package pokemon.experiment.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CancellationTokenTest {
    @Test
    void stopsTheCurrentTaskAndNoneAfterIt() throws IOException {
        CancellationToken token = new CancellationToken();
        List<String> events = new ArrayList<>();
        token.guard(() -> events.add("stop 1"), () -> events.add("work 1"));
        String result = token.guard(() -> events.add("stop 2"), () -> {
            token.request();
            return "done";
        });
        assertEquals("done", result);
        assertTrue(token.isRequested());
        assertEquals(List.of("work 1", "stop 2"), events);
    }

    @Test
    void aTaskAfterTheRequestIsStoppedBeforeItBegins() throws IOException {
        CancellationToken token = new CancellationToken();
        token.request();
        List<String> events = new ArrayList<>();
        token.guard(() -> events.add("stop"), () -> events.add("work"));
        assertEquals(List.of("stop", "work"), events);
    }
}
