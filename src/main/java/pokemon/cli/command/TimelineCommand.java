package pokemon.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pokemon.cli.process.ExitCode;
import pokemon.cli.result.ReportDestination;
import pokemon.directory.OutputFile;
import pokemon.directory.UntrustedText;
import pokemon.report.RecordedRun;
import pokemon.report.RecordedRun.RecordedAttempt;
import pokemon.schedule.run.IdResult.Status;
import pokemon.timeline.Timeline;
import pokemon.timeline.TimelinePage;

/** Draws what each worker of a run did over time. */
@Command(
        name = "timeline",
        description = {
            "Draws what each worker of a run did and when, as a page.",
            "The page is made from the report of the run, as --json writes it, and needs no network."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pokemon 1 151 P 4 /tmp/pokedex --json report.json",
            "  pokemon timeline report.json -o timeline.html"
        })
public final class TimelineCommand extends CliCommand {
    /** A page with more bars would take a browser too long. */
    private static final int MAX_ATTEMPTS = 10_000;

    @Parameters(paramLabel = "REPORT", description = "The report.")
    private Path report;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "timeline.html",
            description = "The page. Default: ${DEFAULT-VALUE} in the current directory.")
    private Path page;

    @Override
    public Integer call() throws IOException {
        RecordedRun run = RecordedRun.read(report);
        if (run.attempts().size() > MAX_ATTEMPTS) {
            throw new IOException(
                    report + " has " + run.attempts().size() + " attempts, and a timeline shows up to " + MAX_ATTEMPTS);
        }
        OutputFile file = new OutputFile(page);
        ReportDestination.check("--out", page);
        if (Files.exists(page) && Files.isSameFile(page, report)) {
            throw usageError("--out: the page would replace the report " + report);
        }
        Timeline timeline = Timeline.of(title(run), run, List.of());
        String html = TimelinePage.html(timeline, List.of(outcome(run), "From " + report));
        file.write(out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
        if (!file.isStream()) {
            PrintWriter out = out();
            out.println(page + ": " + outcome(run));
            out.flush();
        }
        return ExitCode.OK;
    }

    private static String title(RecordedRun run) {
        int workers = run.busy().size();
        return String.format(
                Locale.ROOT,
                "Timeline of the ids %s: %s, %.2f s",
                UntrustedText.shown(run.ids()),
                run.kind().count(workers),
                run.seconds());
    }

    private static String outcome(RecordedRun run) {
        List<RecordedAttempt> last =
                run.attempts().stream().filter(RecordedAttempt::isLast).toList();
        return String.format(
                Locale.ROOT,
                "%d images, %d tried again, %d failed",
                last.size(),
                last.stream().filter(attempt -> attempt.of() > 1).count(),
                last.stream()
                        .filter(attempt -> attempt.status() == Status.FAILED)
                        .count());
    }
}
