package pokemon.cli.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import pokemon.cli.config.ConfigDefaults;
import pokemon.cli.process.ExitCode;
import pokemon.source.Source;
import pokemon.source.SourceCatalog;
import pokemon.source.SourceCatalog.NamedSource;

/** Lists the sources that have a name. */
@Command(
        name = "sources",
        description = {
            "Lists the names that --source takes, each with the URL of an image and a description.",
            "A line 'source.NAME = URL' in the settings adds one; {id} stands for 025 and {n} for 25."
        },
        footerHeading = "%nExample:%n",
        footer = {"  pokemon 1 151 T 4 --source pokeapi --rate 5"})
public final class SourcesCommand extends CliCommand {
    @Override
    public Integer call() {
        List<NamedSource> sources = new ArrayList<>();
        try {
            sources.addAll(
                    SourceCatalog.with(ConfigDefaults.namedSources(command())).sources());
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
        sources.add(new NamedSource(Source.EMBEDDED, "-", "a built-in mirror of synthetic images, offline"));
        int width = sources.stream()
                .mapToInt(source -> source.name().length())
                .max()
                .orElse(0);
        PrintWriter out = out();
        for (NamedSource source : sources) {
            out.println(source.name() + " ".repeat(width - source.name().length() + 2) + source.template());
            out.println(" ".repeat(width + 2) + source.about());
        }
        return ExitCode.OK;
    }
}
