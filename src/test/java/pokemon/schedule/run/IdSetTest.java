package pokemon.schedule.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IdSetTest {
    private static List<Integer> all(IdSet ids) {
        return IntStream.range(0, ids.size()).map(ids::get).boxed().toList();
    }

    @Test
    void areInOrderAndThereOnce() {
        IdSet ids = IdSet.of(List.of(new IdRange(9, 12), new IdRange(4, 4), new IdRange(10, 10), new IdRange(1, 1)));
        assertEquals(List.of(1, 4, 9, 10, 11, 12), all(ids));
        assertEquals("1,4,9-12", ids.toString());
        assertEquals(Optional.of(new IdRange(1, 12)), ids.enclosingRange());
        assertEquals(Optional.empty(), ids.asRange());
    }

    @Test
    void areARangeWhenThereAreNoGaps() {
        IdSet ids = IdSet.of(List.of(new IdRange(3, 3), new IdRange(1, 2), new IdRange(4, 4)));
        assertEquals(Optional.of(new IdRange(1, 4)), ids.asRange());
        assertEquals(IdSet.of(new IdRange(1, 4)), ids);
        assertEquals(IdSet.of(new IdRange(1, 4)).hashCode(), ids.hashCode());
    }

    @Test
    void reachToTheLargestIdAtNoCost() {
        int last = Integer.MAX_VALUE;
        IdSet ids = IdSet.of(List.of(new IdRange(2, last - 2), new IdRange(last, last), new IdRange(5, 6)));
        assertEquals(last - 2, ids.size());
        assertEquals(last - 2, ids.get(last - 4));
        assertEquals(last, ids.get(last - 3));
        assertEquals(IdSet.of(new IdRange(1, last)), IdSet.of(List.of(new IdRange(1, last), new IdRange(last, last))));
    }

    @Test
    void mayBeNone() {
        IdSet none = IdSet.of(List.of());
        assertEquals(0, none.size());
        assertEquals("", none.toString());
        assertEquals(Optional.empty(), none.enclosingRange());
        assertEquals(Optional.empty(), none.asRange());
    }

    @Test
    void endBehindTheLast() {
        IdSet ids = IdSet.of(new IdRange(7, 8));
        assertThrows(IndexOutOfBoundsException.class, () -> ids.get(2));
        assertThrows(IndexOutOfBoundsException.class, () -> ids.get(-1));
    }
}
