package pokemon.cli.value;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pokemon.directory.InputFile;
import pokemon.directory.IoErrors;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdSet;

/** A list of ids, ranges and files of them, such as {@code 1,4,7-9,@more.txt}. */
public final class IdList implements ITypeConverter<IdSet> {
    private static final Pattern ENTRY = Pattern.compile("([0-9]{1,10})(?:(?:-|\\.\\.)([0-9]{1,10}))?");
    /** Comments, and the mark with which some editors begin a file. */
    private static final Pattern NO_WORDS = Pattern.compile("#.*|\\uFEFF");

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    @Override
    public IdSet convert(String text) {
        List<IdRange> ranges = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            String entry = word.strip();
            if (entry.equals("-")) {
                ranges.addAll(read("standard input", Optional.empty()));
            } else if (entry.startsWith("@")) {
                Path file = new Converters.FilePath().convert(entry.substring(1));
                ranges.addAll(read(entry.substring(1), Optional.of(file)));
            } else {
                ranges.add(range(entry));
            }
        }
        return IdSet.of(ranges);
    }

    private static List<IdRange> read(String name, Optional<Path> file) {
        try {
            String text = file.isPresent()
                    ? InputFile.text(file.get(), InputFile.MAX_TEXT)
                    : InputFile.text(System.in, InputFile.MAX_TEXT);
            return text.lines()
                    .map(line -> NO_WORDS.matcher(line).replaceAll(""))
                    .flatMap(line -> Arrays.stream(SEPARATORS.split(line)))
                    .filter(Predicate.not(String::isEmpty))
                    .map(IdList::range)
                    .toList();
        } catch (TypeConversionException e) {
            throw new TypeConversionException(name + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new TypeConversionException("no such file: " + name);
        } catch (IOException e) {
            throw new TypeConversionException("cannot read '" + name + "': " + IoErrors.reason(e));
        }
    }

    private static IdRange range(String entry) {
        Matcher matcher = ENTRY.matcher(entry);
        if (matcher.matches()) {
            long start = Long.parseLong(matcher.group(1));
            long stop = matcher.group(2) == null ? start : Long.parseLong(matcher.group(2));
            if (start >= 1 && start <= stop && stop <= Integer.MAX_VALUE) {
                return new IdRange((int) start, (int) stop);
            }
        }
        throw new TypeConversionException("'" + entry + "' is neither an id such as 7 nor a range of ids such as 7-9");
    }
}
