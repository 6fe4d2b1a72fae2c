package pokemon.cli.experiment;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import pokemon.cli.value.Converters;

/** The option that gives the child JVMs of an experiment arguments. */
public final class JvmArguments {
    @Option(
            names = Converters.RawArgument.OPTION,
            paramLabel = "ARG",
            parameterConsumer = Converters.RawArgument.class,
            description = "An argument for the child JVMs, such as --jvm-arg=-Xmx64m; may be repeated.")
    private List<String> arguments = new ArrayList<>();

    public List<String> values() {
        return arguments;
    }
}
