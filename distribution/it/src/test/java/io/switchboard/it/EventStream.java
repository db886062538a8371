package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;

/** A stream of events, line by line. */
final class EventStream implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data: ";

    private final HttpResponse<Stream<String>> answer;
    private final Iterator<String> lines;

    private EventStream(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
        lines = answer.body().iterator();
    }

    /**
     * Begins to listen; when it returns, whatever happens is heard.
     *
     * @param types which, as in the query
     * @param after the id that an earlier stream gave; empty text for what is yet to come
     */
    static EventStream open(HubProcess hub, Caller caller, String types, String after)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.address() + "/api/events?types=" + types))
                .header("Authorization", "Bearer " + caller.token())
                .header("Accept", "text/event-stream");
        if (!after.isEmpty()) {
            request.header("Last-Event-ID", after);
        }
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
        assertEquals(200, answer.statusCode());
        EventStream stream = new EventStream(answer);
        stream.next("retry: ");
        return stream;
    }

    /** The next line that begins so. */
    String next(String start) {
        String line = lines.next();
        while (!line.startsWith(start)) {
            line = lines.next();
        }
        return line;
    }

    /** The next event. */
    JsonNode event() throws IOException {
        return JSON.readTree(next(DATA).substring(DATA.length()));
    }

    @Override
    public void close() {
        answer.body().close();
    }
}
