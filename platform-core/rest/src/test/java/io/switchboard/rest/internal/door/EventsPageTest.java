package io.switchboard.rest.internal.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.rest.internal.event.EventsPage;
import io.switchboard.rest.internal.event.Streams;
import io.switchboard.rest.internal.sample.SampleFeed;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EventsPageTest {
    private static final Streams.Pace QUICK =
            new Streams.Pace(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(2));

    private final SampleFeed feed = new SampleFeed();
    private volatile int most = 10;
    private volatile boolean stopping;
    private JettyHub hub;
    private Streams streams;

    @BeforeEach
    void start() throws Exception {
        hub = new JettyHub(false);
        streams = new Streams(feed, () -> most, QUICK, () -> stopping);
        hub.events(new EventsPage(feed, hub.access, streams, () -> JettyHub.ANSWER_LIMIT));
    }

    @AfterEach
    void stop() throws Exception {
        streams.close();
        hub.close();
    }

    private HttpRequest.Builder to(String query) {
        return hub.to("/api/events" + query).header("Authorization", "Bearer events.read");
    }

    private HttpResponse<Stream<String>> stream(String query, String... headers) throws Exception {
        HttpRequest.Builder request = to(query).header("Accept", "text/event-stream");
        return hub.lines(headers.length == 0 ? request : request.headers(headers));
    }

    /** The next line that is an event, a name or a cursor. */
    private static String next(Iterator<String> lines) {
        while (true) {
            String line = lines.next();
            if (!line.isEmpty() && !line.startsWith(":")) {
                return line;
            }
        }
    }

    @Test
    void aPageSaysWhereToGoOn() throws Exception {
        feed.tell("a");
        feed.tell("b");
        HttpResponse<String> first = hub.send(to("?limit=1"));
        assertEquals("{\"events\":[{\"type\":\"a\"}],\"next\":\"c1\",\"more\":true,\"missed\":false}", first.body());
        assertEquals("call7", first.headers().firstValue("Switchboard-Call").orElseThrow());
        assertTrue(hub.send(to("?after=c1&types=b,c.*").header("Accept", "application/xml"))
                .body()
                .contains("<type>b</type>"));
        assertEquals(
                "{\"events\":[],\"next\":\"c2\",\"more\":false,\"missed\":false}",
                hub.send(to("?after=now")).body());
        assertEquals(
                List.of("hub.events.list 0", "hub.events.list 0", "hub.events.list 0"), List.copyOf(hub.access.ended));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=1001",
                "?limit=x",
                "?types=",
                "?types=A.b",
                "?types=*",
                "?types=a*",
                "?after=forged",
                "?after=a&after=b",
                "?since=1"
            })
    void whatIsNotRightIsNamed(String query) throws Exception {
        HttpResponse<String> answer = hub.send(to(query));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("4000"), answer.body());
    }

    @Test
    void whoMayNotIsTold() throws Exception {
        assertEquals(401, hub.send(hub.to("/api/events")).statusCode());
        HttpResponse<String> refused = hub.send(
                hub.to("/api/events").header("Authorization", "Bearer other").header("Accept", "text/event-stream"));
        assertEquals(403, refused.statusCode());
        assertTrue(
                refused.headers().firstValue("WWW-Authenticate").orElseThrow().contains("scope=\"events.read\""));
        assertEquals(404, hub.send(to("/more")).statusCode());
    }

    @Test
    void aStreamTellsWhatComesAndWhereItEnded() throws Exception {
        feed.tell("before");
        HttpResponse<Stream<String>> answer = stream("");
        assertEquals(
                "text/event-stream;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase(java.util.Locale.ROOT));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        Iterator<String> lines = answer.body().iterator();
        assertEquals("retry: 2000", next(lines));
        feed.tell("a");
        feed.tell("b");
        assertEquals("id: c2", next(lines));
        assertEquals("data: {\"type\":\"a\"}", next(lines));
        assertEquals("id: c3", next(lines));
        assertEquals("data: {\"type\":\"b\"}", next(lines));
        Iterator<String> again = stream("", "Last-Event-ID", "c2").body().iterator();
        next(again);
        assertEquals("id: c3", next(again));
        Iterator<String> gap = stream("?after=c99").body().iterator();
        next(gap);
        assertEquals("event: missed", next(gap));
    }

    @Test
    void aStreamIsAliveAlsoWhileTheStoreIsAway() throws Exception {
        Iterator<String> lines = stream("").body().iterator();
        next(lines);
        feed.away = true;
        feed.tell("late");
        String line;
        do {
            line = lines.next();
        } while (!line.equals(":"));
        feed.away = false;
        while (!line.startsWith("data:")) {
            line = next(lines);
        }
        assertEquals("data: {\"type\":\"late\"}", line);
    }

    @Test
    void aStreamEndsWithTheRightToIt() throws Exception {
        Iterator<String> lines = stream("").body().iterator();
        next(lines);
        hub.access.revoked = true;
        feed.tell("secret");
        lines.forEachRemaining(line -> assertTrue(!line.contains("secret"), line));
        assertEquals("hub.events.stream 4011", hub.access.ended.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void streamsAreBoundedAndEndWithTheHub() throws Exception {
        for (int i = 0; i < 4; i++) {
            next(stream("").body().iterator());
        }
        HttpResponse<Stream<String>> fifth = stream("");
        assertEquals(429, fifth.statusCode());
        assertEquals("5", fifth.headers().firstValue("Retry-After").orElseThrow());
        most = 4;
        assertEquals(503, stream("").statusCode());
        hub.access.ended.clear();
        stopping = true;
        for (int i = 0; i < 4; i++) {
            assertEquals("hub.events.stream 0", hub.access.ended.poll(10, TimeUnit.SECONDS));
        }
        stopping = false;
        next(stream("").body().iterator());
    }

    @Test
    void whoDoesNotReadIsLetGo() throws Exception {
        Socket socket = hub.raw(String.join(
                "\r\n",
                "GET /api/events HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer events.read",
                "Accept: text/event-stream",
                "",
                ""));
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        assertEquals("HTTP/1.1 200 OK", reader.readLine());
        String large = "x".repeat(100_000);
        for (int i = 0; i < 400; i++) {
            feed.tell(large);
        }
        assertEquals("hub.events.stream 0", hub.access.ended.poll(20, TimeUnit.SECONDS));
        socket.close();
    }
}
