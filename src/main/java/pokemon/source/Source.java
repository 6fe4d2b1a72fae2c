package pokemon.experiment.measure;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import pokemon.download.ImageSource;
import pokemon.download.connect.ProxySettings;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;

/** Where the images of an experiment come from. */
public sealed interface TrialSource {
    /** A built-in mirror with these options. */
    record Embedded(MirrorOptions options) implements TrialSource {
        @Override
        public Map<String, Object> parameters() {
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put("source", "embedded");
            parameters.put("latency_seconds", options.latency().toNanos() / 1e9);
            parameters.put("jitter_seconds", options.jitter().toNanos() / 1e9);
            return parameters;
        }

        @Override
        public OpenSource open() throws IOException {
            MirrorServer server = MirrorServer.start(options);
            return new OpenSource(ImageSource.parse(server.baseUri().toString()), ProxySettings.NONE, server::close);
        }
    }

    /** A running server, perhaps behind proxies. */
    record Given(ImageSource images, ProxySettings proxies) implements TrialSource {
        @Override
        public Map<String, Object> parameters() {
            return Map.of("source", images.template());
        }

        @Override
        public OpenSource open() {
            return new OpenSource(images, proxies, () -> {});
        }
    }

    /** Returns the source as parameters of a report. */
    Map<String, Object> parameters();

    /**
     * Opens the source, which starts a built-in mirror.
     *
     * @throws IOException when the mirror does not start
     */
    OpenSource open() throws IOException;

    /** A source that is usable until it is closed. */
    record OpenSource(ImageSource images, ProxySettings proxies, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
