package pokemon.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Range;
import pokemon.cli.config.ConfigDefaults;
import pokemon.cli.value.IdList;
import pokemon.cli.value.Shard;
import pokemon.directory.UntrustedText;
import pokemon.report.PreviousRun;
import pokemon.schedule.run.IdSet;

/** The options that choose ids other than a range. */
public final class IdOptions extends OptionMixin {
    /** The option that names ids one by one. */
    public static final String IDS = "--ids";
    /** The option that takes the ids from a report. */
    public static final String RETRY_FAILED = "--retry-failed";

    /** The positionals of a range, the first ones. */
    private static final List<String> RANGE = List.of("start_id", "stop_id");

    @Option(
            names = IDS,
            paramLabel = "LIST",
            converter = IdList.class,
            description = {
                "Download these ids, such as 1,4,7-9, in ascending order, each once. start_id and stop_id are left "
                        + "out.",
                "@FILE stands for the ids in a file, - for those on standard input, separated by commas, blanks or "
                        + "lines; # starts a comment."
            })
    private IdSet ids;

    @Option(
            names = RETRY_FAILED,
            paramLabel = "REPORT",
            description =
                    "Download the ids that failed or were not attempted in the run of this --json report. tp, nbr_tp, "
                            + "out_dir and --source are those of that run unless they are on the command line.")
    private PreviousRun earlier;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = Shard.Converter.class,
            description = "Download the I-th of N equal parts of the ids, such as 2/4, for jobs that share a range.")
    private Shard shard;

    /** Checks the options; throws a {@link ParameterException} when they make no sense. */
    public void check() {
        if (earlier != null && isTyped(IDS)) {
            throw usageError(IDS + " and " + RETRY_FAILED + " both choose the ids: use one of them");
        }
        if (earlier == null && ids != null && rank(IDS) == rankOfRange()) {
            throw usageError(IDS + " and a range both choose the ids: use one of them" + origin(IDS));
        }
    }

    private int rankOfRange() {
        return command().positionalParameters().stream()
                .filter(positional -> RANGE.contains(positional.paramLabel()))
                .mapToInt(positional -> ConfigDefaults.rank(command(), positional))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Returns whether ids of an earlier run are tried again. */
    public boolean isRetry() {
        return earlier != null;
    }

    /** Returns the report of the run whose ids are tried again. */
    public Optional<Path> report() {
        return Optional.ofNullable(earlier).map(PreviousRun::file);
    }

    /** Returns the part of the ids that was asked for. */
    public Optional<Shard> shard() {
        return Optional.ofNullable(shard);
    }

    /** Returns the ids of the run: a range unless others were chosen. */
    public IdSet ids(Supplier<IdSet> range) {
        // A range on the command line has precedence over configured ids.
        boolean isListed = ids != null && rank(IDS) < rankOfRange();
        IdSet all = earlier != null ? earlier.unfinished() : isListed ? ids : range.get();
        return shard == null ? all : shard.of(all);
    }

    /** Prints how many ids are tried again, and the source and the directory, which the earlier report may name. */
    public void tellRetry(String source, Path directory) {
        if (earlier != null) {
            err().println(UntrustedText.escaped("pokemon: trying "
                    + earlier.unfinished().size() + " of the ids again, from " + source + " into " + directory));
        }
    }

    /** Removes start_id and stop_id from a command, so that tp is its first positional. */
    public static void leaveOutRange(CommandSpec command) {
        for (PositionalParamSpec positional : List.copyOf(command.positionalParameters())) {
            command.remove(positional);
            if (!RANGE.contains(positional.paramLabel())) {
                int index = positional.index().min() - RANGE.size();
                command.addPositional(PositionalParamSpec.builder(positional)
                        .index(Range.valueOf(String.valueOf(index)))
                        .build());
            }
        }
    }

    /** Returns whether a command was left without start_id and stop_id. */
    public static boolean isWithoutRange(CommandSpec command) {
        List<PositionalParamSpec> positionals = command.root().positionalParameters();
        return positionals.stream().noneMatch(positional -> RANGE.contains(positional.paramLabel()));
    }
}
