package pokemon.cli.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdSet;

/** One of several equal parts of the ids, from 1 to {@code parts}. The parts differ by one id at most. */
public record Shard(int part, int parts) {
    /** Returns the ids of this part, in ascending order; none when there are more parts than ids. */
    public IdSet of(IdSet ids) {
        int from = (int) ((long) ids.size() * (part - 1) / parts);
        int to = (int) ((long) ids.size() * part / parts);
        return IdSet.of(IntStream.range(from, to)
                .map(ids::get)
                .mapToObj(id -> new IdRange(id, id))
                .toList());
    }

    @Override
    public String toString() {
        return part + "/" + parts;
    }

    /** Reads a part such as {@code 2/4}. */
    public static final class Converter implements ITypeConverter<Shard> {
        private static final Pattern SHARD = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

        @Override
        public Shard convert(String text) {
            Matcher matcher = SHARD.matcher(text);
            if (matcher.matches()) {
                Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                if (shard.part >= 1 && shard.part <= shard.parts) {
                    return shard;
                }
            }
            throw new TypeConversionException("'" + text + "' is no part such as 2/4, the second of four");
        }
    }
}
