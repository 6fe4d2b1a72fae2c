package pokemon.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import pokemon.report.EarlierRun;

/** Values for the arguments that are not on the command line; the first layer that has one gives it. */
final class Settings implements IDefaultValueProvider {
    private final List<Layer> layers;

    /** The argument that a value was given for last; when that value is refused, it was not the command line's. */
    private Optional<ArgSpec> lastGiven = Optional.empty();

    /**
     * Values from one place.
     *
     * @param values the values by the names of their settings
     * @param origin tells people where the value of a setting stands
     */
    record Layer(Map<String, String> values, UnaryOperator<String> origin) {
        Layer {
            values = Map.copyOf(values);
        }

        /** A run that finishes an earlier one goes on as that began. */
        static Layer of(EarlierRun run, String file) {
            return new Layer(
                    Map.of(
                            "tp", run.kind(),
                            "nbr-tp", run.workers(),
                            "out-dir", run.directory(),
                            "source", run.source()),
                    name -> file);
        }
    }

    /** Takes layers, the strongest first. */
    Settings(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    @Override
    public String defaultValue(ArgSpec arg) {
        String name = SettingName.of(arg);
        Optional<String> value = layer(name).map(layer -> layer.values().get(name));
        lastGiven = value.map(given -> arg);
        // No variables of picocli's: a value is what it says.
        return value.map(text -> text.replace("${", "$${")).orElse(null);
    }

    private Optional<Layer> layer(String name) {
        return layers.stream().filter(layer -> layer.values().containsKey(name)).findFirst();
    }

    /** Returns where the value that was just refused for an argument stands, or nothing for the command line. */
    Optional<String> originOfRefused(ArgSpec arg) {
        String name = SettingName.of(arg);
        return lastGiven.filter(arg::equals).flatMap(given -> layer(name)).map(layer -> layer.origin()
                .apply(name));
    }
}
