package pokemon.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pokemon.cli.manual.Completion.Files;
import pokemon.cli.manual.Completion.Values;

/** The completion for fish. */
final class FishCompletion {
    private static final String HEAD = """
            # fish completion for pokemon
            function __pokemon_at -d 'Whether the cursor is at a command, and at a position of it'
                set -l command pokemon
                set -l position 0
                set -l skip 0
                set -l words (commandline -opc)
                for word in $words[2..-1]
                    if test $skip = 1
                        set skip 0
                        continue
                    end
                    switch "$command $word"
                        case TAKERS
                            set skip 1
                        case '* -*'
                        case SUBCOMMANDS
                            if test $position = 0
                                set command "$command $word"
                            end
                        case '*'
                            set position (math $position + 1)
                    end
                end
                test "$command" = $argv[1]; and begin
                    test (count $argv) = 1; or test $position = $argv[2]
                end
            end
            complete -c pokemon -f
            """;

    private FishCompletion() {}

    static String of(List<Completion> commands) {
        List<String> lines = new ArrayList<>();
        for (Completion command : commands) {
            command.subcommands()
                    .forEach(sub -> lines.add(line(command, 0) + " -a " + sub.word() + " -d '" + sub.about() + "'"));
            for (int position = 0; position < command.positionals().size(); position++) {
                Values values = command.positionals().get(position);
                if (!values.words().isEmpty() || values.files() != Files.NONE) {
                    lines.add(line(command, position) + offered(values));
                }
            }
            command.options().forEach(option -> lines.add(line(command, option)));
        }
        return HEAD.replace("TAKERS", Completion.allTakers(commands, " "))
                        .replace("SUBCOMMANDS", Completion.allSubcommands(commands, " "))
                + String.join("\n", lines) + "\n";
    }

    private static String line(Completion command, int position) {
        return "complete -c pokemon -n '__pokemon_at \"" + command.path() + "\" " + position + "'";
    }

    private static String line(Completion command, Completion.Option option) {
        String names = option.names().stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        return "complete -c pokemon -n '__pokemon_at \"" + command.path() + "\"'" + names
                + (option.takesValue() ? taken(option.values()) : "") + " -d '" + option.about() + "'";
    }

    private static String taken(Values values) {
        return (values.files() == Files.ALL ? " -r" : " -x") + offered(values);
    }

    private static String offered(Values values) {
        String words = String.join(" ", values.words());
        return switch (values.files()) {
            case NONE -> words.isEmpty() ? "" : " -a '" + words + "'";
            case ALL -> " -F" + (words.isEmpty() ? "" : " -a '" + words + "'");
            case DIRECTORIES -> " -a '" + words + " (__fish_complete_directories)'";
        };
    }
}
