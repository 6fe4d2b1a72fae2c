package pokemon.experiment.compare.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import pokemon.download.ImageSource;

/** Fetches pages with one request each and writes them to disk, to one file for each worker. */
public final class PageWork implements Work {
    /** All workers fetch the same pages in the same order, and so the same bytes. */
    private static final int PAGES = 50;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ImageSource source;
    private final Path directory;
    private final boolean newConnections;

    /**
     * Makes the work with a new HTTP client without connections.
     *
     * @param newConnections whether to end the connection after each page
     */
    PageWork(ImageSource source, Path directory, boolean newConnections) {
        this.source = source;
        this.directory = directory;
        this.newConnections = newConnections;
    }

    /** Allows the header that ends connections; call it before the first HTTP client is made. */
    public static void allowNewConnections() {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "connection");
    }

    @Override
    public void item(int worker, int item) throws IOException, InterruptedException {
        write(worker, client.send(request(item), BodyHandlers.ofByteArray()));
    }

    /** Starts an item and returns at once. */
    CompletableFuture<Void> start(int worker, int item) {
        return client.sendAsync(request(item), BodyHandlers.ofByteArray()).thenAccept(page -> {
            try {
                write(worker, page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private HttpRequest request(int item) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(source.uri(1 + item % PAGES)).timeout(TIMEOUT);
        if (newConnections) {
            request.header("Connection", "close");
        }
        return request.build();
    }

    private void write(int worker, HttpResponse<byte[]> page) throws IOException {
        if (page.statusCode() != 200) {
            throw new IOException(page.uri() + " was answered with status " + page.statusCode());
        }
        Files.write(directory.resolve("page-" + worker), page.body());
    }

    /** Closes the client from Java 21 on; before, it ends when it is garbage collected. */
    @Override
    public void close() {
        if ((Object) client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("the HTTP client does not close", e);
            }
        }
    }
}
