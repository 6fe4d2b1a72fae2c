package pokemon.experiment.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OrdinalTest {
    @Test
    void programsCountFromZeroAndPeopleFromOne() {
        Table table = Table.of(
                "t", "t", List.of(Column.<Ordinal>plain("worker", each -> each)), List.of(new Ordinal(0)), false);
        assertEquals("worker\r\n0\r\n", TableFormats.csv(table));
        assertTrue(TableFormats.dat(table).endsWith("\n0\n"));
        assertEquals(List.of("worker", "     1"), TableFormats.aligned(table));
    }
}
