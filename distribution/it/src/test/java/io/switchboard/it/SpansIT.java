package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A collector that is configured while the hub runs gets a span for each call. */
@ExtendWith(SharedHub.class)
class SpansIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private final HubProcess hub;
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();

    SpansIT(HubProcess hub) {
        this.hub = hub;
    }

    private void configure(String content) throws IOException {
        Path file = hub.home().resolve("etc/io.switchboard.otlp.cfg");
        Path half = file.resolveSibling("otlp.edited");
        Files.writeString(half, content);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Optional<JsonNode> span() throws IOException {
        for (String body : bodies) {
            for (JsonNode span : new ObjectMapper().readTree(body).at("/resourceSpans/0/scopeSpans/0/spans")) {
                if (span.path("traceId").asText().equals(TRACE)) {
                    return Optional.of(span);
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void aCallIsASpanOfItsCallersTrace() throws Exception {
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        String before = Files.readString(hub.home().resolve("etc/io.switchboard.otlp.cfg"));
        try {
            configure("endpoint = http://127.0.0.1:" + collector.getAddress().getPort() + "\ninterval.millis = 20\n");
            Caller chatbot = hub.chatbot();
            Await.until("a span arrives", () -> {
                chatbot.get("/api/crm/v1/customers/C-1001", "traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                        .ok();
                return span().isPresent();
            });
            JsonNode span = span().orElseThrow();
            assertEquals(PARENT, span.path("parentSpanId").asText());
            assertEquals("crm.v1.customer.get", span.path("name").asText());
            assertFalse(String.join("", bodies).contains("C-1001"), "no span names a customer");
        } finally {
            configure(before);
            collector.stop(0);
        }
    }
}
