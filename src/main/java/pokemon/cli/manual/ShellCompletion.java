package pokemon.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pokemon.cli.manual.Completion.Files;
import pokemon.cli.manual.Completion.Values;

/**
 * Completions for bash and for zsh, which differ in a few words: both walk over the words before the cursor, to find
 * the command, the option that waits for its value, and the position.
 */
final class ShellCompletion {
    private static final String BASH = """
            # bash completion for pokemon
            _complete_pokemon() {
              local command=pokemon position=0 option='' word='' i
              COMPREPLY=()
              for ((i = 1; i <= COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                ((i == COMP_CWORD)) && break
                # --name=value comes as three words.
                [[ $word == '=' && -n $option ]] && continue
            WALK
              done
              [[ $word == '=' ]] && word=''
              local values='' files=''
            CHOOSE
              if [[ -z $option && $word == -* ]]; then
                files=''
                case $command in
            OPTIONS
                esac
              fi
              mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
              if [[ -n $files ]]; then
                compopt -o filenames 2>/dev/null
                mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen "$files" -- "$word")
              fi
            }
            complete -F _complete_pokemon pokemon
            """;

    private static final String ZSH = """
            #compdef pokemon
            # zsh completion for pokemon
            _pokemon() {
              local command=pokemon position=0 option='' word='' i
              for ((i = 2; i < CURRENT; i++)); do
                word=${words[i]}
            WALK
              done
              word=${words[CURRENT]}
              if [[ -z $option && $word == --*=* ]]; then
                option=${word%%=*}
                compset -P '*='
              fi
              local values='' files=''
            CHOOSE
              local -a described
              if [[ -z $option && $word == -* ]]; then
                files=''
                case $command in
            OPTIONS
                esac
                _describe -o option described
                return
              fi
              [[ -n $values ]] && compadd -- ${=values}
              [[ $files == -d ]] && _path_files -/
              [[ $files == -f ]] && _files
              return 0
            }
            _pokemon "$@"
            """;

    private ShellCompletion() {}

    static String bash(List<Completion> commands) {
        return filled(BASH, commands, false);
    }

    static String zsh(List<Completion> commands) {
        return filled(ZSH, commands, true);
    }

    private static String filled(String template, List<Completion> commands, boolean described) {
        return template.replace("WALK\n", lines("    ", walk(commands)))
                .replace("CHOOSE\n", lines("  ", choose(commands)))
                .replace("OPTIONS\n", lines("      ", options(commands, described)));
    }

    private static String lines(String indentation, List<String> lines) {
        return lines.stream().map(line -> indentation + line + "\n").collect(Collectors.joining());
    }

    private static List<String> walk(List<Completion> commands) {
        return List.of(
                "if [[ -n $option ]]; then",
                "  option=''",
                "  continue",
                "fi",
                "case \"$command $word\" in",
                "  " + Completion.allTakers(commands, " | ") + ") option=$word ;;",
                "  *' -'*) ;;",
                "  " + Completion.allSubcommands(commands, " | ")
                        + ") if ((position == 0)); then command=\"$command $word\"; fi ;;",
                "  *) position=$((position + 1)) ;;",
                "esac");
    }

    private static List<String> choose(List<Completion> commands) {
        List<String> lines = new ArrayList<>(List.of("case \"$command ${option:-@$position}\" in"));
        for (Completion command : commands) {
            for (Completion.Option option : command.options()) {
                if (option.takesValue()) {
                    String names = option.names().stream()
                            .map(name -> quoted(command.path() + " " + name))
                            .collect(Collectors.joining(" | "));
                    lines.add("  " + names + ") " + assigned(option.values().words(), option.values()) + " ;;");
                }
            }
            int positions =
                    Math.max(command.positionals().size(), command.subcommands().isEmpty() ? 0 : 1);
            for (int position = 0; position < positions; position++) {
                Values values = position < command.positionals().size()
                        ? command.positionals().get(position)
                        : new Values(List.of(), Files.NONE);
                List<String> words = new ArrayList<>(values.words());
                if (position == 0) {
                    command.subcommands().forEach(sub -> words.add(sub.word()));
                }
                lines.add("  " + quoted(command.path() + " @" + position) + ") " + assigned(words, values) + " ;;");
            }
        }
        lines.add("esac");
        return lines;
    }

    private static String assigned(List<String> words, Values values) {
        String files =
                switch (values.files()) {
                    case NONE -> "";
                    case ALL -> "-f";
                    case DIRECTORIES -> "-d";
                };
        return "values=" + quoted(String.join(" ", words)) + " files='" + files + "'";
    }

    private static List<String> options(List<Completion> commands, boolean described) {
        List<String> lines = new ArrayList<>();
        for (Completion command : commands) {
            String names = command.options().stream()
                    .flatMap(option ->
                            option.names().stream().map(name -> described ? quoted(name + ":" + option.about()) : name))
                    .collect(Collectors.joining(" "));
            String assigned = described ? "described=(" + names + ")" : "values=" + quoted(names);
            lines.add(quoted(command.path()) + ") " + assigned + " ;;");
        }
        return lines;
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
