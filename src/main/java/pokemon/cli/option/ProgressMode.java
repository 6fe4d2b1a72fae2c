package pokemon.cli.option;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pokemon.cli.progress.Progress;

/**
 * What is asked for with {@code --progress}.
 *
 * @param when when progress is shown
 * @param every after how many images or trials there is a line for logs; then it is always shown
 */
public record ProgressMode(Progress.When when, OptionalInt every) {
    private static final String EVERY = "every=";

    /** {@code auto}, {@code always}, {@code never} or {@code every=N}. */
    public static final class Converter implements ITypeConverter<ProgressMode> {
        @Override
        public ProgressMode convert(String text) {
            if (text.startsWith(EVERY)) {
                int every = new Converters.Positive().convert(text.substring(EVERY.length()));
                return new ProgressMode(Progress.When.ALWAYS, OptionalInt.of(every));
            }
            Optional<Progress.When> when = Arrays.stream(Progress.When.values())
                    .filter(value -> value.name().equalsIgnoreCase(text))
                    .findFirst();
            return new ProgressMode(
                    when.orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is none of auto, always, never and every=N")),
                    OptionalInt.empty());
        }
    }
}
