package pokemon.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pokemon.cli.option.MirrorOptionGroup;
import pokemon.cli.process.ExitCode;
import pokemon.cli.process.ShutdownHook;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;

/** Serves the built-in mirror until it is stopped. */
@Command(
        name = "mirror",
        description = {
            "Serves synthetic images, or a directory of images, on loopback until it is stopped.",
            "Prints its URL first. GET /statistics returns the numbers of its requests."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pokemon mirror --port 8080 --latency 80ms --jitter 20ms",
            "  pokemon mirror --fault truncate=0.05,server-error=0.1 --seed 7",
            "  pokemon mirror --dir images"
        })
public final class MirrorCommand extends CliCommand {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "TCP port on 127.0.0.1. Default: any free one.")
    private long port;

    @Mixin
    private MirrorOptionGroup settings;

    @Override
    public Integer call() throws Exception {
        MirrorOptions options = options();
        CountDownLatch stopped = new CountDownLatch(1);
        return ShutdownHook.guard(stopped::countDown, () -> {
            try (MirrorServer server = MirrorServer.start(options)) {
                PrintWriter out = out();
                out.println(server.baseUri());
                // A mirror whose address could not be printed is useless.
                if (!out.checkError()) {
                    stopped.await();
                }
            }
            return ExitCode.OK;
        });
    }

    private MirrorOptions options() {
        try {
            return settings.options().withPort(Math.toIntExact(port));
        } catch (ArithmeticException e) {
            throw usageError("--port: there is no port above 65535");
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
    }
}
