package pokemon.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CancellationTokenTest {
    @Test
    void stopsTheWorkAtHandAndNoneAfterIt() throws IOException {
        CancellationToken flag = new CancellationToken();
        List<String> events = new ArrayList<>();
        flag.guard(() -> events.add("stop 1"), () -> events.add("work 1"));
        String result = flag.guard(() -> events.add("stop 2"), () -> {
            flag.request();
            return "done";
        });
        assertEquals("done", result);
        assertTrue(flag.isRequested());
        assertEquals(List.of("work 1", "stop 2"), events);
    }

    @Test
    void workThatComesAfterTheRequestIsStoppedBeforeItBegins() throws IOException {
        CancellationToken flag = new CancellationToken();
        flag.request();
        List<String> events = new ArrayList<>();
        flag.guard(() -> events.add("stop"), () -> events.add("work"));
        assertEquals(List.of("stop", "work"), events);
    }
}
