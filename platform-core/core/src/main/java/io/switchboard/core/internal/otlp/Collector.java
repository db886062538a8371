package io.switchboard.core.internal.otlp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The collector at the other end, spoken to by OTLP over HTTP with JSON. For one thread. */
final class Collector {
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private final HttpClient client;
    private final HttpRequest.Builder request;

    /** What came of an attempt. */
    enum Outcome {
        TAKEN,
        TRY_LATER,
        REFUSED
    }

    Collector(HttpClient client, URI endpoint, Map<String, String> headers, Duration timeout) {
        this.client = client;
        request = HttpRequest.newBuilder(endpoint).timeout(timeout).header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
    }

    /**
     * Sends a request of OTLP.
     *
     * @throws IOException when there was no answer
     */
    Outcome send(byte[] json) throws IOException, InterruptedException {
        HttpRequest post = request.copy()
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
        // What the collector says beside the status is of no use to anybody here, and may be long.
        int status = client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 == 2) {
            return Outcome.TAKEN;
        }
        return LATER.contains(status) ? Outcome.TRY_LATER : Outcome.REFUSED;
    }
}
