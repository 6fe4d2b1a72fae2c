package pokemon.source;

import java.io.IOException;
import pokemon.download.ImageSource;
import pokemon.download.connect.ProxySettings;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;

/** Where images come from. */
public sealed interface Source {
    /** The name of the public site. */
    String WEB = "web";

    /** The name of the built-in mirror. */
    String EMBEDDED = "embedded";

    /** Opens the source, which starts the built-in mirror, and fails when that does not start. */
    OpenSource open() throws IOException;

    /** The built-in mirror, which runs while the source is open. */
    record Embedded(MirrorOptions options) implements Source {
        @Override
        public OpenSource open() throws IOException {
            MirrorServer server = MirrorServer.start(options);
            return new OpenSource(ImageSource.parse(server.baseUri().toString()), ProxySettings.NONE, server::close);
        }
    }

    /** A server, and the proxies on the way to it. */
    record Server(ImageSource images, ProxySettings proxies) implements Source {
        /** Throws an {@link IllegalArgumentException} when the proxy of the source cannot be used. */
        public Server {
            proxies.proxyFor(images.uri(1));
        }

        @Override
        public OpenSource open() {
            return new OpenSource(images, proxies, () -> {});
        }
    }

    /** A source that can be used until it is closed. */
    record OpenSource(ImageSource images, ProxySettings proxies, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
