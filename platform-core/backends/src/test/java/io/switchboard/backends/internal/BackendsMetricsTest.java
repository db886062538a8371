package io.switchboard.backends.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpQuestion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of backends, as Prometheus reads it. */
class BackendsMetricsTest {
    private final HubBackends hub = new HubBackends();
    private final BackendsMetrics metrics = new BackendsMetrics(hub);
    private HttpServer server;
    private volatile double inUse;
    private volatile int status = 200;
    private String up;
    private String down;

    @BeforeEach
    void start() throws IOException {
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = HttpServer.create(anywhere, 0);
        server.createContext("/", exchange -> {
            inUse = sample("switchboard_backend_permits_in_use", "");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        up = "http://127.0.0.1:" + server.getAddress().getPort();
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            down = "http://127.0.0.1:" + nobody.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        hub.stop();
        server.stop(0);
    }

    private HttpBackend open(String... endpoints) {
        return hub.opener()
                .open(HttpBackendSettings.from(
                        "redmine",
                        Map.of(
                                "endpoints",
                                endpoints,
                                "attempts",
                                2,
                                "permits",
                                7,
                                "breaker.failures",
                                1,
                                "breaker.rest.millis",
                                60_000)));
    }

    private static void ask(HttpBackend backend, String path) {
        backend.send(HttpQuestion.get(path).build(), Duration.ofSeconds(20));
    }

    private Map<String, Double> samples() {
        Map<String, Double> samples = new HashMap<>();
        metrics.prometheus().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            assertNull(
                    samples.put(line.substring(0, space), Double.valueOf(line.substring(space + 1))),
                    () -> "comes twice: " + line);
        });
        return samples;
    }

    private double sample(String metric, String labels) {
        return samples().getOrDefault(metric + "{backend=\"redmine\"" + labels + "}", Double.NaN);
    }

    private static String at(String endpoint, String more) {
        return ",endpoint=\"" + endpoint + "\"" + more;
    }

    @Test
    void countsRequestsByEndpointAndQuestionsByOutcome() {
        HttpBackend backend = open(down, up);
        ask(backend, "/one");
        ask(backend, "/two");
        assertEquals(2, sample("switchboard_backend_questions_total", ",code=\"0\""));
        assertEquals(1, sample("switchboard_backend_requests_total", at(down, ",outcome=\"not_reached\"")));
        assertEquals(0, sample("switchboard_backend_requests_total", at(down, ",outcome=\"answered\"")));
        assertEquals(2, sample("switchboard_backend_requests_total", at(up, ",outcome=\"answered\"")));
        assertEquals(2, sample("switchboard_backend_request_duration_seconds_count", at(up, "")));
        assertTrue(sample("switchboard_backend_request_duration_seconds_sum", at(up, "")) > 0);
    }

    @Test
    void tellsRetriesFromFailovers() {
        HttpBackend backend = open(down, up);
        ask(backend, "/one");
        assertEquals(1, sample("switchboard_backend_retries_total", at(up, "")));
        assertEquals(1, sample("switchboard_backend_failovers_total", at(up, "")));
        // Known to be down by now, so this one goes straight to the other.
        ask(backend, "/two");
        assertEquals(1, sample("switchboard_backend_retries_total", at(up, "")));
        assertEquals(2, sample("switchboard_backend_failovers_total", at(up, "")));
        assertEquals(0, sample("switchboard_backend_failovers_total", at(down, "")));
        assertEquals(1, sample("switchboard_backend_endpoint_state", at(down, ",state=\"down\"")));
        assertEquals(0, sample("switchboard_backend_endpoint_state", at(down, ",state=\"up\"")));
        assertEquals(1, sample("switchboard_backend_endpoint_state", at(up, ",state=\"up\"")));
    }

    @Test
    void countsFailuresByTheirCode() {
        HttpBackend backend = open(up);
        status = 422;
        assertThrows(ConnectorException.class, () -> ask(backend, "/"));
        assertEquals(1, sample("switchboard_backend_questions_total", ",code=\"5001\""));
        assertEquals(1, sample("switchboard_backend_requests_total", at(up, ",outcome=\"status\"")));
    }

    @Test
    void tellsWhatIsUnderWayAndWhoIsRefused() {
        HttpBackend backend = open(up);
        ask(backend, "/");
        assertEquals(1, inUse);
        assertEquals(0, sample("switchboard_backend_permits_in_use", ""));
        assertEquals(7, sample("switchboard_backend_permits", ""));
        assertEquals(0, sample("switchboard_backend_refused", ""));
        status = 401;
        for (int i = 0; i < 3; i++) {
            assertThrows(ConnectorException.class, () -> ask(backend, "/"));
        }
        assertEquals(1, sample("switchboard_backend_refused", ""));
    }

    @Test
    void whatIsAskedMakesNoSeriesOfItsOwn() {
        HttpBackend backend = open(up);
        ask(backend, "/");
        int before = samples().size();
        for (int i = 0; i < 20; i++) {
            ask(backend, "/issues/" + i);
        }
        assertEquals(before, samples().size());
    }

    @Test
    void countsGoOnWhereOneTakesTheOthersPlaceAndEndWithTheLast() {
        HttpBackend before = open(up);
        ask(before, "/");
        HttpBackend after = open(down, up);
        ask(after, "/");
        assertEquals(2, sample("switchboard_backend_questions_total", ",code=\"0\""));
        assertEquals(14, sample("switchboard_backend_permits", ""));
        before.close();
        assertEquals(2, sample("switchboard_backend_questions_total", ",code=\"0\""));
        assertEquals(7, sample("switchboard_backend_permits", ""));
        after.close();
        assertEquals(Map.of(), samples());
    }
}
