package pokemon.mirror.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pokemon.mirror.contract.Fault;
import pokemon.mirror.http.ImageStore.Image;

/** Answers requests from a store, with the faults of a plan, and counts them. */
public record RequestHandler(ImageStore store, FaultPlan plan, Latency latency, Counters counters) {
    private static final String INDEX =
            "This is an embedded mirror of pictures, such as /007.png; its counters are at /statistics.";
    private static final String PAGE = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>"
            + "<body><p>Please sign in to use this network.</p></body></html>\n";

    /** Returns the response to a well-formed request, after its latency. */
    Response respond(RequestHead request) throws IOException {
        Optional<String> path = request.decodedPath();
        if (path.isPresent() && path.get().equals("/statistics")) {
            String json = counters.snapshot().toJson() + "\n";
            return Response.of(200, "application/json", List.of(json.getBytes(StandardCharsets.UTF_8)));
        }
        counters.request();
        Response response =
                path.isPresent() ? respond(request, path.get()) : Response.text(400, "The path is malformed.");
        return counted(response);
    }

    Response refuse(RequestHead.MalformedException e) {
        counters.request();
        return counted(Response.text(e.status(), e.getMessage()));
    }

    private Response counted(Response response) {
        response.fault().ifPresent(counters::fault);
        boolean isReset = response.fault().equals(Optional.of(Fault.RESET));
        // A reset before the response has no status.
        if (!isReset || response.cut().isPresent()) {
            counters.status(response.status());
        }
        return response;
    }

    private Response respond(RequestHead request, String path) throws IOException {
        boolean get = request.method().equals("GET");
        if (!get && !request.method().equals("HEAD")) {
            return Response.plain(405).with("Allow", "GET, HEAD");
        }
        if (path.equals("/")) {
            return Response.text(200, INDEX);
        }
        int id = ImageStore.id(path);
        // HEAD is no attempt to get the image, so the only fault that it meets is that of a missing image.
        long attempt = get && id > 0 ? counters.attempt(id) : 0;
        latency.await(id, attempt);
        if (id > 0 && plan.missing(id)) {
            return Response.plain(404).with(Fault.NOT_FOUND);
        }
        Optional<Fault> fault = get && id > 0 ? plan.fault(id, attempt) : Optional.empty();
        try {
            return store.find(path)
                    .map(image -> fault.map(chosen -> applyFault(chosen, image, plan.detail(id, attempt)))
                            .orElseGet(() -> deliver(request, image)))
                    .orElseGet(() -> Response.plain(404));
        } catch (IOException e) {
            return Response.text(500, "The file cannot be read: " + e.getMessage());
        }
    }

    private Response deliver(RequestHead request, Image image) {
        if (unchanged(request, image.modified())) {
            return Response.notModified().with("Last-Modified", HttpDate.format(image.modified()));
        }
        if (request.method().equals("GET")) {
            counters.image();
        }
        return whole(image);
    }

    /** Evaluates If-Modified-Since, which yields to If-None-Match (RFC 9110 section 13.1.3). */
    private static boolean unchanged(RequestHead request, Instant modified) {
        return !request.fields().containsKey("if-none-match")
                && HttpDate.parse(request.fields().getOrDefault("if-modified-since", ""))
                        .filter(since -> !modified.isAfter(since))
                        .isPresent();
    }

    private static Response whole(Image image) {
        return Response.of(200, image.type(), image.parts()).with("Last-Modified", HttpDate.format(image.modified()));
    }

    private static Response applyFault(Fault fault, Image image, double detail) {
        Response response =
                switch (fault) {
                    case NOT_FOUND -> Response.plain(404);
                    case SERVER_ERROR -> Response.plain(detail < 0.5 ? 500 : 503);
                    case TOO_MANY_REQUESTS -> Response.plain(429).with("Retry-After", "1");
                    case HTML ->
                        Response.of(200, "text/html; charset=utf-8", List.of(PAGE.getBytes(StandardCharsets.UTF_8)));
                    case CORRUPT -> corrupted(image, detail);
                    case TRUNCATE, STALL -> whole(image).cutAt(0.1 + 0.8 * detail);
                    case RESET -> detail < 0.5 ? whole(image) : whole(image).cutAt(detail - 0.25);
                };
        return response.with(fault);
    }

    /** Flips a bit in the middle of the image, where synthetic images have pixels, which a checksum covers. */
    private static Response corrupted(Image image, double detail) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        image.parts().forEach(whole::writeBytes);
        byte[] bytes = whole.toByteArray();
        if (bytes.length > 0) {
            int position = (int) (bytes.length * (0.25 + 0.5 * detail));
            bytes[position] ^= (byte) (1 << (position % 8));
        }
        return whole(new Image(image.type(), image.modified(), List.of(bytes)));
    }
}
