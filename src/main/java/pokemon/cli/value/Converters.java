package pokemon.cli.value;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.Stack;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import pokemon.cli.process.Environment;
import pokemon.download.connect.Header;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.WorkerKind;

/** Converts words of the command line to values. Each message completes "NAME: ". */
public final class Converters {
    private Converters() {}

    private static Matcher match(Pattern pattern, String text, String expected) {
        Matcher matcher = pattern.matcher(text);
        require(matcher.matches(), text, "is not " + expected);
        return matcher;
    }

    private static void require(boolean holds, String text, String fault) {
        if (!holds) {
            throw new TypeConversionException("'" + text + "' " + fault);
        }
    }

    /** Returns the product of the number and the unit that a pattern found. */
    private static double product(Matcher matcher, Map<String, Double> units) {
        return Double.parseDouble(matcher.group(1)) * units.get(matcher.group(2).toLowerCase(Locale.ROOT));
    }

    /** A whole number of at least 1 in ASCII digits; {@code Integer.parseInt} would take signs and other digits. */
    public static final class Positive implements ITypeConverter<Integer> {
        private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
        private static final String EXPECTED = "a whole number from 1 to " + Integer.MAX_VALUE;

        @Override
        public Integer convert(String text) {
            long value = Long.parseLong(match(DIGITS, text, EXPECTED).group());
            require(value >= 1 && value <= Integer.MAX_VALUE, text, "is not " + EXPECTED);
            return (int) value;
        }
    }

    /** A whole number in ASCII digits, for options that check its range themselves. */
    public static final class Whole implements ITypeConverter<Long> {
        private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

        @Override
        public Long convert(String text) {
            return Long.parseLong(match(DIGITS, text, "a whole number").group());
        }
    }

    /** How many workers a run has: a fixed number, or {@code auto} in either case for one that the run finds. */
    public static final class WorkerNumber implements ITypeConverter<OptionalInt> {
        @Override
        public OptionalInt convert(String text) {
            if (text.equalsIgnoreCase("auto")) {
                return OptionalInt.empty();
            }
            try {
                return OptionalInt.of(new Positive().convert(text));
            } catch (TypeConversionException e) {
                throw new TypeConversionException(
                        "'" + text + "' is neither " + Positive.EXPECTED + " nor the word auto");
            }
        }
    }

    /** {@code T} or {@code P}, in either case. */
    public static final class Kind implements ITypeConverter<WorkerKind> {
        @Override
        public WorkerKind convert(String text) {
            for (WorkerKind kind : WorkerKind.values()) {
                if (kind.letter().equalsIgnoreCase(text)) {
                    return kind;
                }
            }
            throw new TypeConversionException("'" + text + "' is neither T (threads) nor P (processes)");
        }
    }

    /** A range of ids such as {@code 1-898}. */
    public static final class Range implements ITypeConverter<IdRange> {
        private static final int MAX = 100_000;
        private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})(?:-|\\.\\.)([0-9]{1,9})");
        private static final String EXPECTED = "a range of ids such as 1-898";

        @Override
        public IdRange convert(String text) {
            Matcher matcher = match(RANGE, text, EXPECTED);
            int start = Integer.parseInt(matcher.group(1));
            int stop = Integer.parseInt(matcher.group(2));
            require(start >= 1 && stop >= start, text, "is not " + EXPECTED);
            require(stop - start < MAX, text, "is a range of more than " + MAX + " ids");
            return new IdRange(start, stop);
        }
    }

    /** A duration such as {@code 80ms}, {@code 1.5s}, {@code 2m}; a bare number is seconds. */
    public static class DurationConverter implements ITypeConverter<Duration> {
        private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h|)");
        private static final Map<String, Double> SECONDS =
                Map.of("ms", 1e-3, "s", 1.0, "", 1.0, "m", 60.0, "h", 3600.0);

        @Override
        public Duration convert(String text) {
            Matcher matcher = match(DURATION, text, "a duration such as 80ms, 30s or 2m");
            return Duration.ofNanos(Math.round(product(matcher, SECONDS) * 1e9));
        }
    }

    /** A duration above zero. */
    public static final class PositiveDurationConverter extends DurationConverter {
        @Override
        public Duration convert(String text) {
            Duration duration = super.convert(text);
            require(!duration.isZero(), text, "is too short: it must be longer than 0");
            return duration;
        }
    }

    /** A bandwidth such as {@code 2MB/s} in bytes per second; a bare number is bytes. */
    public static final class Bandwidth implements ITypeConverter<Long> {
        private static final Pattern BANDWIDTH =
                Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) ?(k|m|g|)b?(?:/s)?", Pattern.CASE_INSENSITIVE);
        private static final Map<String, Double> BYTES = Map.of("", 1.0, "k", 1e3, "m", 1e6, "g", 1e9);

        @Override
        public Long convert(String text) {
            return Math.round(product(match(BANDWIDTH, text, "a bandwidth such as 500kB/s or 2MB/s"), BYTES));
        }
    }

    /** A bandwidth above zero. */
    public static final class PositiveBandwidth implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            long bytes = new Bandwidth().convert(text);
            require(bytes >= 1, text, "is not above 0");
            return bytes;
        }
    }

    /** A size up to 2<sup>31</sup> - 9, the longest array of a JVM, such as {@code 32MiB}, {@code 50M} or 4096. */
    public static final class Size implements ITypeConverter<Integer> {
        private static final Pattern SIZE = Pattern.compile("([0-9]{1,10})(k|m|g|)(i?)b?", Pattern.CASE_INSENSITIVE);
        private static final List<String> UNITS = List.of("", "k", "m", "g");
        private static final String EXPECTED = "a size such as 32MiB, 50M or 4096, above 0 and below 2 GiB";

        @Override
        public Integer convert(String text) {
            Matcher matcher = match(SIZE, text, EXPECTED);
            int step = matcher.group(3).isEmpty() ? 1_000 : 1_024;
            int steps = UNITS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
            long size = Long.parseLong(matcher.group(1)) * (long) Math.pow(step, steps);
            require(size >= 1 && size <= Integer.MAX_VALUE - 8, text, "is not " + EXPECTED);
            return (int) size;
        }
    }

    /** A number above zero, such as {@code 5} or {@code 0.5}. */
    public static final class PositiveNumber implements ITypeConverter<Double> {
        private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
        private static final String EXPECTED = "a number such as 5 or 0.5";

        @Override
        public Double convert(String text) {
            double value = Double.parseDouble(match(NUMBER, text, EXPECTED).group());
            require(value > 0, text, "is not above 0");
            return value;
        }
    }

    /** A request header; what is wrong with it is said without its value, which may be a secret. */
    public static final class RequestHeader implements ITypeConverter<Header> {
        @Override
        public Header convert(String text) {
            return Header.parse(text);
        }
    }

    /** The name of a file or directory. */
    public static final class FilePath implements ITypeConverter<Path> {
        private static final String REFUSED = "cannot be the name of a file here: ";

        /** Returns a name with the user's home directory in the place of ~, which shells leave alone in quotes. */
        public static String inHome(String text) {
            return text.equals("~") || text.startsWith("~/")
                    ? Environment.ofThisProcess().home() + text.substring(1)
                    : text;
        }

        @Override
        public Path convert(String text) {
            if (text.isEmpty()) {
                throw new TypeConversionException("an empty text is no name of a file");
            }
            // Java makes this letter of bytes that are none in the locale. Path.of would name another file with it.
            require(
                    text.indexOf('\uFFFD') < 0,
                    text,
                    REFUSED + "its bytes are no text in this locale; try LC_ALL=C.UTF-8, or rename it");
            try {
                return Path.of(inHome(text));
            } catch (InvalidPathException e) {
                throw new TypeConversionException("'" + text + "' " + REFUSED + e.getReason());
            }
        }
    }

    /** Takes the next word as it is, even if it looks like an option of ours. */
    public static final class RawArgument implements IParameterConsumer {
        /** The option whose argument is taken as it stands. */
        public static final String OPTION = "--jvm-arg";

        @Override
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            if (words.isEmpty()) {
                throw new ParameterException(command.commandLine(), OPTION + ": ARG is missing");
            }
            List<String> values = new ArrayList<>(option.<List<String>>getValue());
            // A setting holds one argument per line.
            words.pop().lines().forEach(values::add);
            option.setValue(values);
        }
    }

    /** Numbers of workers: {@code 1-14} or {@code 1..14}, {@code 1,2,4} or both mixed. */
    public static final class Workers implements ITypeConverter<WorkerCounts> {
        private static final Pattern COUNTS = Pattern.compile(
                "[1-9][0-9]{0,3}((-|\\.\\.)[1-9][0-9]{0,3})?(,[1-9][0-9]{0,3}((-|\\.\\.)[1-9][0-9]{0,3})?)*");
        private static final String EXPECTED = "a list of numbers from 1 to 9999, such as 1-14 or 1,2,4";

        @Override
        public WorkerCounts convert(String text) {
            NavigableSet<Integer> counts = new TreeSet<>();
            for (String part : match(COUNTS, text, EXPECTED).group().split(",", -1)) {
                String[] ends = part.split("-|\\.\\.", -1);
                int last = Integer.parseInt(ends[ends.length - 1]);
                int first = Integer.parseInt(ends[0]);
                require(first <= last, text, "is not " + EXPECTED);
                IntStream.rangeClosed(first, last).forEach(counts::add);
            }
            return new WorkerCounts(List.copyOf(counts));
        }
    }
}
